<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: lines and stanzas. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- A stanza, or a poem of stanzas. Short stanzas stay on one page. -->
  <xsl:template match="lg" mode="m:print" as="xs:string*">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="deeper" as="xs:integer"
        select="if (ancestor::lg or ancestor::sp) then $inset else $inset + 1"/>
    <xsl:text>{if (lg) then 'set-off({' else fp:stanza(.)}&#10;</xsl:text>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="inset" select="$deeper" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- In a speech the first lines follow the speaker at once. -->
  <xsl:template match="sp/lg" mode="m:print" as="xs:string*" priority="1">
    <xsl:sequence select="'half-line&#10;'[current()/preceding-sibling::lg]"/>
    <xsl:call-template name="fp:flow"/>
  </xsl:template>

  <xsl:function name="fp:stanza" as="xs:string">
    <xsl:param name="stanza" as="element()"/>
    <xsl:sequence select="
        if (count($stanza/l) le 8) then 'stanza({' else 'stanza(whole: false, {'"/>
  </xsl:function>

  <xsl:template match="l" mode="m:print" as="xs:string*">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string?">
      <xsl:call-template name="fp:margin-number"/>
    </xsl:variable>
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'verse-line'"/>
      <xsl:with-param name="options" select="string($number)"/>
      <xsl:with-param name="inset" tunnel="yes" select="$inset + fp:line-indent(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="l[ancestor::head or ancestor::titlePart or ancestor::cell]" mode="m:print"
      as="xs:string*" priority="1">
    <xsl:apply-templates mode="m:print"/>
    <xsl:if test="following-sibling::l">linebreak();</xsl:if>
  </xsl:template>

  <!-- 'indent', 'indent1', 'indent(2)': how deep a line is indented. -->
  <xsl:function name="fp:line-indent" as="xs:integer">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="word" as="xs:string?"
        select="$line/@rend ! tokenize(.)[matches(., '^indent')][1]"/>
    <xsl:variable name="depth" as="xs:string" select="replace($word, '\D', '')"/>
    <xsl:sequence select="
        if (empty($word)) then 0
        else if ($depth = '') then 1 else min((xs:integer(substring($depth, 1, 2)), 8))"/>
  </xsl:function>

  <xsl:template match="lg/head" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'verse-title'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="caesura" mode="m:print" as="xs:string">h(1.5em);</xsl:template>
</xsl:stylesheet>
