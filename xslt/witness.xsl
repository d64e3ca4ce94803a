<?xml version="1.0" encoding="UTF-8"?>
<!-- Witness: the web edition of the text as one witness has it.

     What the witness lacks is left out, what it reads otherwise is put in, also where the
     apparatus stands apart. Rules of its own, so that other views do not wait for them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">
  <xsl:import href="rich.xsl"/>

  <!-- Text that the witness has not, or has otherwise. -->
  <xsl:template match="text()[fp:is-absent(.)]" as="empty-sequence()" priority="9"/>
  <xsl:template match="text()[fp:is-absent(.)]" mode="m:plain" as="empty-sequence()" priority="9"/>
  <xsl:function name="fp:is-absent" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="map:contains(fp:absent(root($text)), generate-id($text))"/>
  </xsl:function>
  <xsl:function name="fp:absent" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="map:merge(
        (fp:replacing($root) ! fp:between(.), fp:in-gaps($root)) ! map:entry(generate-id(.), true()))"/>
  </xsl:function>

  <!-- The entries apart that have a reading of the witness for words between two ends. -->
  <xsl:function name="fp:replacing" as="element()*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$root//app[f:is-apart(.)][f:attested(.)/self::rdg]"/>
  </xsl:function>

  <!-- The texts in which the witness has a gap: from where it breaks off to where it
       begins again, or to the end. -->
  <xsl:function name="fp:in-gaps" as="text()*">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="marks" as="element()*" select="
        $root//text//(lacunaStart | lacunaEnd | witStart | witEnd)[fp:is-of-witness(.)]"/>
    <xsl:variable name="texts" as="text()*" select="
        if ($marks) then $root//text//text()[not(fp:is-of-others(.))] else ()"/>
    <xsl:sequence select="$texts[$marks[1]/self::witStart][. &lt;&lt; $marks[1]]"/>
    <xsl:for-each select="$marks[self::lacunaStart or self::witEnd]">
      <xsl:variable name="end" as="element()?"
          select="$marks[. >> current()][self::lacunaEnd or self::witStart][1]"/>
      <xsl:sequence select="$texts[. >> current()][empty($end) or . &lt;&lt; $end]"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="fp:is-of-others" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
        some $reading in $text/ancestor::*[self::lem or self::rdg]
        satisfies not($reading is f:chosen($reading/ancestor::app[1]))"/>
  </xsl:function>
  <xsl:function name="fp:is-of-witness" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        ($mark/@wit, $mark/ancestor::*[@wit][1]/@wit)[1] ! f:sigla(.) = $witness"/>
  </xsl:function>
  <xsl:template match="lacunaStart | lacunaEnd | witStart | witEnd" as="element()">
    <span class="lacuna gen">[{f:label(local-name())}]</span>
  </xsl:template>

  <!-- A witness that no reading names has the lemma, if the lemma names none: the apparatus
       is negative. Where it names some, what the others have is not recorded; their text
       shows the lemma and says so. -->
  <xsl:function name="fp:is-unrecorded" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="lemmas" as="element()*" select="f:readings($entry)[self::lem]"/>
    <xsl:sequence select="
        empty(f:attested($entry)) and (empty($lemmas) or exists($lemmas/@wit))"/>
  </xsl:function>
  <xsl:template match="app[fp:is-unrecorded(.)]" mode="m:attributes" as="attribute()*" priority="1">
    <xsl:next-match/>
    <xsl:attribute name="class" select="f:class(.), 'unrecorded'"/>
    <xsl:attribute name="title" select="f:label('unrecorded')"/>
  </xsl:template>
  <xsl:function name="fp:unrecorded" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:if test="fp:is-unrecorded($entry)">
      <span class="note">{' '}<i class="sigla">{f:siglum($witness, root($entry))}</i>: {f:label('unrecorded')}</span>
    </xsl:if>
  </xsl:function>

  <!-- The reading of the witness at the first end of an entry apart. -->
  <xsl:template match="anchor[fp:replacing(root(.)) ! fp:ends(.)[1] = .]" as="element()+" priority="3">
    <xsl:next-match/>
    <xsl:for-each select="fp:replacing(root(.))[fp:ends(.)[1] is current()]">
      <span class="app">
        <xsl:apply-templates select="f:attested(.)"/>
      </span>
    </xsl:for-each>
  </xsl:template>

  <!-- Where the entry names only a line, its lemma is looked for in the words of the line. -->
  <xsl:template match="text()[fp:changes(.)]" as="node()*" priority="8">
    <xsl:sequence select="fp:changed(string(.), fp:changes(.))"/>
  </xsl:template>
  <xsl:function name="fp:changes" as="element()*">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="fp:changes-by-text(root($text))(generate-id($text))"/>
  </xsl:function>
  <xsl:function name="fp:changes-by-text" as="map(xs:string, element()+)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="fp:replacing($root)[empty(fp:ends(.))][lem]"
          group-by="fp:text-with-lemma(.) ! generate-id(.)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
  <xsl:function name="fp:text-with-lemma" as="text()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="lemma" as="xs:string" select="normalize-space($entry/lem[1])"/>
    <xsl:variable name="place" as="element()" select="fp:app-place($entry)"/>
    <xsl:variable name="around" as="element()" select="
        ($place/ancestor-or-self::*[self::l or self::p or self::ab][1], $place)[1]"/>
    <xsl:variable name="texts" as="text()*" select="
        $around//text()[not(ancestor::app or ancestor::note)][contains(normalize-space(.), $lemma)]"/>
    <xsl:sequence select="
        if ($place is $entry) then $texts[. &lt;&lt; $entry][last()] else $texts[1]"/>
  </xsl:function>
  <xsl:function name="fp:changed" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:variable name="lemma" as="xs:string?" select="$entries[1] ! normalize-space(lem[1])"/>
    <xsl:choose>
      <xsl:when test="empty($lemma)">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:when test="not(contains($text, $lemma))">
        <xsl:sequence select="fp:changed($text, tail($entries))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before($text, $lemma)"/>
        <span class="app">
          <xsl:apply-templates select="f:attested($entries[1])"/>
        </span>
        <xsl:sequence select="fp:changed(substring-after($text, $lemma), tail($entries))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
