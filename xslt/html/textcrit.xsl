<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual criticism: readings in the text, the apparatus of a page at its end. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="mp:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- The reading of the view, which leads to its entry in the apparatus: as a link,
       or, where it cannot be one, followed by a sign that is. -->
  <xsl:template match="app" as="element()">
    <a href="#{f:id(.)}-entry">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="f:chosen(.)"/>
    </a>
  </xsl:template>
  <xsl:template match="app[fp:is-no-link(.)]" as="element()">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="f:chosen(.)"/>
      <xsl:if test="not(ancestor::ref)">
        <a class="app-call gen" href="#{f:id(.)}-entry">*</a>
      </xsl:if>
    </xsl:element>
  </xsl:template>
  <xsl:function name="fp:is-no-link" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        f:holds-block($entry) or f:holds-link($entry) or not(normalize-space(f:chosen($entry)))
        or exists($entry/ancestor::*[self::ref or @ref])"/>
  </xsl:function>

  <!-- The apparatus of a page. -->
  <xsl:template name="tp:apparatus" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="entries" as="element()*"
        select="$nodes/descendant-or-self::app[ancestor::text]"/>
    <xsl:if test="exists($entries)">
      <section class="apparatus gen" aria-label="{f:label('apparatus')}">
        <h2>{f:label('apparatus')}</h2>
        <ul>
          <xsl:apply-templates select="$entries" mode="mp:reading"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- 'red A ] read B C, rede D' -->
  <xsl:template match="app" mode="mp:reading" as="element()">
    <li id="{f:id(.)}-entry">
      <a class="place" href="#{f:id(.)}">{fp:place(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="f:chosen(.)" mode="#current"/>
      <span class="bracket">] </span>
      <xsl:for-each select=".//(lem | rdg)[not(. is f:chosen(current()))]
          [ancestor::app[1] is current()]">
        <xsl:apply-templates select="." mode="#current"/>
        <xsl:if test="position() lt last()">; </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="note | witDetail" mode="#current"/>
    </li>
  </xsl:template>
  <xsl:template match="lem | rdg" mode="mp:reading" as="element()">
    <span class="{local-name()}">
      <xsl:variable name="words" select="f:plain(node())" as="xs:string"/>
      <xsl:sequence select="if ($words) then $words else f:label('omitted')"/>
      <xsl:if test="@wit">
        <xsl:text> </xsl:text>
        <i class="sigla">{string-join(f:sigla(@wit), ' ')}</i>
      </xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="note | witDetail" mode="mp:reading" as="element()">
    <span class="note">{' '}{f:plain(node())}</span>
  </xsl:template>

  <!-- Sigla of @wit: the short names of witnesses, '#A  #B' becomes 'A', 'B'. -->
  <xsl:function name="f:sigla" as="xs:string*" visibility="public">
    <xsl:param name="wit" as="xs:string?"/>
    <xsl:sequence select="tokenize($wit) ! replace(., '^.*#', '')"/>
  </xsl:function>

  <!-- The short name of a witness: what its description says, else its id. -->
  <xsl:function name="f:siglum" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$id"/>
  </xsl:function>

  <!-- Where a reading stands: its line or paragraph. -->
  <xsl:function name="fp:place" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="around" select="$entry/ancestor::*[self::l or self::p or self::ab][1]"/>
    <xsl:sequence select="
        if ($entry/@loc) then string($entry/@loc)
        else if ($around/@n) then string($around/@n)
        else if ($around/self::l) then string($around ! f:number(., 'line'))
        else if ($around) then '§ ' || $around ! f:number(., 'paragraph')
        else string(f:number($entry, 'variation'))"/>
  </xsl:function>
</xsl:stylesheet>
