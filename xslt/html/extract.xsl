<?xml version="1.0" encoding="UTF-8"?>
<!-- Extract: what the pages of the whole edition need of one document.

     Its outline, its title page, its figures, its header as facts, and every name
     with the words around it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:variable name="v:context" as="xs:integer" select="60"/>

  <xsl:template name="tp:extract" as="element()">
    <xsl:param name="outline" as="element()*"/>
    <xsl:param name="pages" as="element()*"/>
    <e:extract id="{$document}" title="{f:document-title(root(.))}"
        pages="{count($pages)}" first="{fp:first-page($pages) ! f:file(.)}">
      <e:outline>
        <xsl:sequence select="$outline"/>
      </e:outline>
      <e:title-page>
        <xsl:apply-templates select="(.//titlePage)[1]"/>
      </e:title-page>
      <e:facts>
        <xsl:apply-templates select="teiHeader" mode="m:facts"/>
      </e:facts>
      <xsl:apply-templates select=".//text//figure[.//graphic]" mode="mp:extract"/>
      <xsl:apply-templates mode="mp:extract"
          select=".//text[not(ancestor::text)]/descendant::*[@ref][f:id(.)]"/>
    </e:extract>
  </xsl:template>

  <!-- Where reading begins: at a preface, or with the body. -->
  <xsl:function name="fp:first-page" as="element()?">
    <xsl:param name="pages" as="element()*"/>
    <xsl:sequence select="
        ($pages[@type = ('preface', 'foreword', 'introduction', 'prologue')
           or ancestor-or-self::body][1], $pages)[1]"/>
  </xsl:function>

  <xsl:mode name="mp:extract" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="figure" mode="mp:extract" as="element()">
    <e:figure href="{fp:from-outside(.)}" url="{f:image((.//graphic)[1]/@url)}"
        alt="{f:image-text((.//graphic)[1])}" title="{head[1] ! f:plain(.)}"
        credit="{(bibl, note, p, ab)[1] ! f:plain(.)}"/>
  </xsl:template>

  <!-- A name that an entry of a register explains, in its context. -->
  <xsl:template match="*" mode="mp:extract" as="element()?">
    <xsl:variable name="entries" as="element()*"
        select="if ($edition) then tokenize(@ref) ! key('fp:entry', replace(., '^.*#', ''), $edition)
                else ()"/>
    <xsl:if test="exists($entries) and not(f:is-hidden(.))">
      <xsl:variable name="around" as="element()?"
          select="ancestor::*[self::p or self::l or self::note or self::head or self::item
              or self::cell or self::ab or self::titlePart or self::salute or self::dateline
              or self::signed or self::byline or self::stage or self::speaker or self::trailer
              or self::opener or self::closer or self::figure or self::div][1]"/>
      <xsl:variable name="texts" as="text()*" select="$around//text()[not(parent::figDesc)]"/>
      <xsl:variable name="page" select="f:page-of(.)" as="element()?"/>
      <e:name keys="{$entries/@id}" href="{fp:from-outside(.)}"
          page="{$page ! f:id(.)}"
          before="{fp:last-words($texts[. &lt;&lt; current()])}" words="{f:plain(.)}"
          after="{fp:first-words($texts[. >> current()] except .//text())}"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:from-outside" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="shown" as="element()"
        select="($element/ancestor::note[1] ! f:calls-of(.), $element)[1]"/>
    <xsl:sequence select="
        (f:page-of($shown) ! f:file(.), $document || '.html')[1] || '#' || f:id($element)"/>
  </xsl:function>

  <!-- The last words of some text, not more than the context, beginning with a word.
       Cut before white space is normalized: paragraphs may be long and names many. -->
  <xsl:function name="fp:last-words" as="xs:string">
    <xsl:param name="texts" as="text()*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($texts)"/>
    <xsl:variable name="start" as="xs:integer" select="string-length($text) - 2 * $v:context"/>
    <xsl:variable name="near" as="xs:string"
        select="fp:one-line(substring($text, max((1, $start))))"/>
    <xsl:variable name="spare" as="xs:integer" select="string-length($near) - $v:context"/>
    <xsl:sequence select="
        if ($start le 1 and $spare le 0) then $near
        else '… ' || replace(substring($near, max((1, $spare))), '^\S*\s', '')"/>
  </xsl:function>

  <xsl:function name="fp:first-words" as="xs:string">
    <xsl:param name="texts" as="text()*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($texts)"/>
    <xsl:variable name="near" as="xs:string"
        select="fp:one-line(substring($text, 1, 2 * $v:context))"/>
    <xsl:sequence select="
        if (string-length($near) le $v:context) then $near
        else replace(substring($near, 1, $v:context), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- White space as one space, kept at both ends. -->
  <xsl:function name="fp:one-line" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring(normalize-space('|' || $text || '|'), 2) ! substring(., 1, string-length(.) - 1)"/>
  </xsl:function>
</xsl:stylesheet>
