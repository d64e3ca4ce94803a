<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: lines, stanzas, caesuras, rhymes; numbers of lines as the source gives them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="l" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@n[. castable as xs:integer][xs:integer(.) mod 5 = 0]">
        <span class="line-number gen">{@n}</span>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <!-- The second part of a line that two speakers share stands further in. -->
  <xsl:template match="l[@part = ('M', 'F')]" mode="m:attributes" as="attribute()*">
    <xsl:next-match/>
    <xsl:attribute name="class" select="f:class(.), 'part-' || lower-case(@part)"/>
  </xsl:template>
  <xsl:template match="caesura" as="element()">
    <span class="caesura"/>
  </xsl:template>
</xsl:stylesheet>
