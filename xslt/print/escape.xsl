<?xml version="1.0" encoding="UTF-8"?>
<!-- Escape: text as Typst strings. Nothing else writes text into the code. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print">

  <!-- A string literal: in Typst only the backslash and the quotation mark are special. -->
  <xsl:function name="f:literal" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        '&quot;' || replace(replace($text, '\', '\\', 'q'), '&quot;', '\&quot;', 'q') || '&quot;'"/>
  </xsl:function>

  <!-- Running text: words as literals, white space around them as `sp`, which merges
       with its like. Non-breaking and other typographic spaces are words. -->
  <xsl:function name="f:running" as="xs:string*" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" select="normalize-space($text)" as="xs:string"/>
    <xsl:if test="fp:is-space(substring($text, 1, 1))">sp;</xsl:if>
    <xsl:if test="$words != ''">
      <xsl:sequence select="f:literal(fp:breakable($words)) || ';'"/>
      <xsl:if test="fp:is-space(substring($text, string-length($text)))">sp;</xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- What is longer than any word may be broken anywhere, by spaces without a width. The
       words are measured one by one: looking for 120 letters in a row takes much longer. -->
  <xsl:function name="fp:breakable" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($words) gt 120
          and (some $word in tokenize($words) satisfies string-length($word) ge 120))
        then replace($words, '(\S{30})', '$1&#x200b;') else $words"/>
  </xsl:function>

  <xsl:function name="fp:is-space" as="xs:boolean">
    <xsl:param name="character" as="xs:string"/>
    <xsl:sequence select="$character = (' ', '&#10;', '&#13;', '&#9;')"/>
  </xsl:function>

  <!-- Strings as an array: ("n1", "n2",). -->
  <xsl:function name="f:array" as="xs:string" visibility="public">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($items ! (f:literal(.) || ', ')) || ')'"/>
  </xsl:function>
</xsl:stylesheet>
