<?xml version="1.0" encoding="UTF-8"?>
<!-- Spacing: the spaces that a language wants between words and signs, and where no line
     may end. Words are never changed, only white space.

     French has a narrow space before ; ! and ?, a space before : and inside « », none of
     them at the end of a line. In Polish, Czech and Slovak no line ends with a preposition
     of one letter. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:x-octavo:variables">

  <!-- Patterns and what takes their place, in their order. A sign at the beginning of a
       text follows an element, unless fp:spaced says that it does not. -->
  <xsl:variable name="v:french-spacing" as="array(xs:string)*" select="
      ['[\s&#xA0;&#x202F;]+([;!?])', '&#x202F;$1'],
      ['([\p{L}\p{N})\]’”…»])([;!?])([\s&#xA0;&#x202F;!?»”)\]]|$)', '$1&#x202F;$2$3'],
      ['[\s&#xA0;&#x202F;]+:(\s|$)', '&#xA0;:$1'],
      ['([\p{L}\p{N})\]’”»]):(\s|$)', '$1&#xA0;:$2'],
      ['«[\s&#xA0;&#x202F;]*', '«&#xA0;'],
      ['[\s&#xA0;&#x202F;]*»', '&#xA0;»'],
      ['^([;!?])', '&#x202F;$1'], ['^:(\s|$)', '&#xA0;:$1']"/>
  <xsl:variable name="v:one-letter-words" as="array(xs:string)*" select="
      for $pass in 1 to 2
      return ['(^|[\s&#xA0;(„«])([AIKOSUVWZaikosuvwz])\s', '$1$2&#xA0;']"/>
  <xsl:variable name="v:spacing" as="map(xs:string, array(xs:string)*)" select="
      map{'fr': $v:french-spacing, 'pl': $v:one-letter-words, 'cs': $v:one-letter-words,
        'sk': $v:one-letter-words}"/>

  <!-- Is any text of the book in such a language? -->
  <xsl:variable name="v:has-spacing" as="xs:boolean" select="
      ((/, $facing) ! (.//@xml:lang, fp:text-language(.)) ! fp:language(.))
        ! map:contains($v:spacing, .) = true()"/>

  <!-- The words of a text with the spaces of its language. -->
  <xsl:function name="f:spaced" as="xs:string" visibility="public">
    <xsl:param name="text" as="text()"/>
    <xsl:choose>
      <xsl:when test="$v:has-spacing">
        <xsl:variable name="language" as="xs:string" select="
            fp:language(($text/ancestor::*[@xml:lang != ''][1]/@xml:lang,
              fp:text-language(root($text)))[1])"/>
        <xsl:sequence select="fp:spaced($text, $v:spacing($language))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string($text)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="fp:spaced" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="rules" as="array(xs:string)*"/>
    <!-- what begins a paragraph has nothing before it -->
    <xsl:variable name="start" as="xs:integer" select="
        if (exists($rules) and empty($text/preceding-sibling::node()))
        then string-length($text) - string-length(replace($text, '^\s*[;:!?»]', '')) else 0"/>
    <xsl:sequence select="
        substring($text, 1, $start) || fold-left($rules, substring($text, $start + 1),
          function($words, $rule) { replace($words, $rule(1), $rule(2)) })"/>
  </xsl:function>
</xsl:stylesheet>
