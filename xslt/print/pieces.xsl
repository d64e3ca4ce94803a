<?xml version="1.0" encoding="UTF-8"?>
<!-- Pieces: running text cut where a line may end, so that the template can divide it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- The content of an element in pieces; `skip` letters at its beginning are left out. -->
  <xsl:template name="fp:pieces" as="xs:string*">
    <xsl:param name="skip" as="xs:integer" select="0"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="self::text()">
            <xsl:sequence select="
                fp:words(if ($skip gt 0 and position() = 1)
                  then substring(replace(., '^\s+', ''), $skip + 1) else string())"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="code" as="xs:string*">
              <xsl:apply-templates select="." mode="m:print"/>
            </xsl:variable>
            <xsl:sequence select="string-join($code)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$words[. != '']" group-ending-with=".[ends-with(., 'sp;')]">
      <xsl:text>{{{string-join(current-group())}}}, </xsl:text>
    </xsl:for-each-group>
  </xsl:template>
  <xsl:function name="fp:words" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="code" select="f:running($text)" as="xs:string*"/>
    <xsl:variable name="words" select="tokenize(normalize-space($text), ' ')[. != '']"
        as="xs:string*"/>
    <xsl:sequence select="
        $code[1][. = 'sp;'],
        for $at in 1 to count($words) return
          f:literal($words[$at])
          || (if ($at lt count($words) or $code[last()] = 'sp;') then ';sp;' else ';')"/>
  </xsl:function>
</xsl:stylesheet>
