<?xml version="1.0" encoding="UTF-8"?>
<!-- Labels: generated words in the language of the reader, from labels/.

     A language without a file, or a label it lacks, falls back to English; a
     missing label is shown by its key, so that it is seen. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- The languages there are labels for. -->
  <xsl:variable name="v:languages" as="xs:string+"
      select="'de', 'en', 'es', 'fr', 'it', 'la'"/>

  <!-- Read when the stylesheet is compiled, since every text needs them. -->
  <xsl:variable name="fp:english" as="map(xs:string, xs:string)" static="yes"
      select="map:merge(doc('../labels/en.xml')//label ! map:entry(string(@key), string()))"/>

  <!-- The labels of a language by their keys, and those of the reader. -->
  <xsl:function name="fp:labels" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="name" as="xs:string"
        select="(lower-case(tokenize($language, '[-_]')[1])[. = $v:languages], 'en')[1]"/>
    <xsl:sequence select="
        if ($name = 'en') then $fp:english
        else map:merge(doc('../labels/' || $name || '.xml')//label ! map:entry(string(@key), string()))"/>
  </xsl:function>
  <xsl:variable name="fp:reader" as="map(xs:string, xs:string)" select="fp:labels($language)"/>

  <!-- A label in the language of the reader. -->
  <xsl:function name="f:label" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
        ($fp:reader($key), $fp:english($key), $key)[1]"/>
  </xsl:function>

  <!-- A label in a given language. -->
  <xsl:function name="f:label-in" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="
        (fp:labels($language)($key), f:label($key))[1]"/>
  </xsl:function>

  <!-- A label whose places {1}, {2} are filled. -->
  <xsl:function name="f:phrase" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="fp:fill(f:label($key), $words, 1)"/>
  </xsl:function>

  <!-- Is there a label of this key? -->
  <xsl:function name="f:has-label" as="xs:boolean" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="map:contains($fp:english, $key)"/>
  </xsl:function>

  <xsl:function name="fp:fill" as="xs:string">
    <xsl:param name="phrase" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:variable name="mark" select="'{' || $place || '}'" as="xs:string"/>
    <xsl:sequence select="
        if (empty($words) or not(contains($phrase, $mark))) then $phrase
        else substring-before($phrase, $mark) || head($words)
          || fp:fill(substring-after($phrase, $mark), tail($words), $place + 1)"/>
  </xsl:function>
</xsl:stylesheet>
