<?xml version="1.0" encoding="UTF-8"?>
<!-- Apparatus: the entries of a page, in the order of the text; positive or negative as the
     source has them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="m:apparatus" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- The apparatus of a page; `.` is the page or the document. -->
  <xsl:template name="tp:apparatus" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="inside" as="element()*"
        select="$nodes/descendant-or-self::app[ancestor::text][not(f:is-apart(.))]"/>
    <xsl:variable name="entries" as="element()*"
        select="if (fp:has-apart(root(.))) then fp:in-order($inside, fp:apart(., $nodes)) else $inside"/>
    <xsl:if test="exists($entries)">
      <section class="apparatus gen" aria-label="{f:label('apparatus')}">
        <h2>{f:label('apparatus')}</h2>
        <ul>
          <xsl:apply-templates select="$entries" mode="m:apparatus"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- 'red A ] read B C; rede D' -->
  <xsl:template match="app" mode="m:apparatus" as="element()">
    <xsl:param name="again" as="xs:boolean" select="false()"/>
    <xsl:variable name="chosen" as="element()?" select="(f:chosen(.), lem[f:is-apart(..)])[1]"/>
    <li>
      <xsl:if test="not($again)">
        <xsl:attribute name="id" select="f:id(.) || '-entry'"/>
      </xsl:if>
      <a class="place" href="{fp:place-href(., $again)}">{fp:place(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:sequence select="fp:lemma(., $chosen)"/>
      <span class="bracket">] </span>
      <xsl:for-each select="f:readings(.) except $chosen">
        <xsl:if test="position() gt 1">; </xsl:if>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
      <xsl:apply-templates select="(note | .//witDetail)[ancestor::app[1] is current()]" mode="#current"/>
      <xsl:sequence select="fp:unrecorded(.)"/>
    </li>
  </xsl:template>

  <!-- The words in the text: of the lemma, or those between the ends of the entry. -->
  <xsl:function name="fp:lemma" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="chosen" as="element()?"/>
    <xsl:choose>
      <xsl:when test="exists($chosen)">
        <xsl:apply-templates select="$chosen" mode="m:apparatus"/>
      </xsl:when>
      <xsl:otherwise>
        <span class="lem">{fp:shortened(string-join(fp:between($entry)))}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="fp:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="
        if (count($words) le 6) then string-join($words, ' ')
        else string-join($words[position() le 2], ' ') || ' … ' || $words[last()]"/>
  </xsl:function>

  <xsl:template match="lem | rdg" mode="m:apparatus" as="element()">
    <span class="{local-name()}">
      <xsl:variable name="words" select="f:plain(node())" as="xs:string"/>
      <xsl:sequence select="string-join((parent::rdgGrp/@type[f:has-label(.)] ! (f:label(.) || ':'),
          if ($words) then $words else if (fp:breaks(.)) then () else f:label('omitted'), fp:breaks(.)), ' ')"/>
      <xsl:if test="@wit">
        <xsl:text> </xsl:text>
        <i class="sigla">
          <xsl:sequence select="fp:sigla(@wit)"/>
        </i>
      </xsl:if>
      <xsl:sequence select="fp:conjecture(.)"/>
    </span>
  </xsl:template>
  <xsl:template match="note | witDetail" mode="m:apparatus" as="element()">
    <span class="note">
      <xsl:text> </xsl:text>
      <xsl:for-each select="self::witDetail/@wit">
        <i class="sigla">
          <xsl:sequence select="fp:sigla(.)"/>
        </i>
        <xsl:text>: </xsl:text>
      </xsl:for-each>
      <xsl:sequence select="f:plain(node())"/>
    </span>
  </xsl:template>

  <!-- Where a witness breaks off, or begins again, in a reading. -->
  <xsl:function name="fp:breaks" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        $reading//(lacunaStart | lacunaEnd | witStart | witEnd) ! ('[' || f:label(local-name()) || ']')"/>
  </xsl:function>

  <!-- A reading of no witness is somebody's conjecture. -->
  <xsl:function name="fp:conjecture" as="element()?">
    <xsl:param name="reading" as="element()"/>
    <xsl:for-each select="$reading/@resp[empty($reading/@wit)]">
      <xsl:variable name="who" as="element()?" select="f:target(.)"/>
      <i class="resp">{' '}{f:label('conjecture')}{' '}{
        (($who/(persName | name | .))[1] ! f:plain(.)[.], replace(., '^.*#', ''))[1]}</i>
    </xsl:for-each>
  </xsl:function>

  <!-- Where a reading stands: its line or paragraph. -->
  <xsl:function name="fp:place" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="at" as="element()" select="fp:app-place($entry)"/>
    <xsl:variable name="around" select="$at/ancestor-or-self::*[self::l or self::p or self::ab][1]"/>
    <xsl:sequence select="
        if ($entry/@loc) then string($entry/@loc)
        else if ($around/@n) then string($around/@n)
        else if ($around/self::l) then string($around ! f:number(., 'line'))
        else if ($around) then '§ ' || $around ! f:number(., 'paragraph')
        else string(f:number($entry, 'variation'))"/>
  </xsl:function>
  <xsl:function name="fp:place-href" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="again" as="xs:boolean"/>
    <xsl:variable name="at" as="element()" select="fp:app-place($entry)"/>
    <xsl:variable name="has-sign" as="xs:boolean" select="
        not(f:is-apart($entry)) or exists(fp:ends($entry)[self::anchor])
        or empty(fp:ends($entry)) and empty($entry/ancestor::listApp)"/>
    <xsl:sequence select="
        (if ($again) then (f:page-of($at) ! f:file(.), $document || '.html')[1] else '')
        || '#' || (if ($has-sign) then f:id($entry) else fp:landing($at))"/>
  </xsl:function>
</xsl:stylesheet>
