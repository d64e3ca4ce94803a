<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries: entries and their parts, as readable as a printed dictionary. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="oRef[not(node())] | pRef[not(node())]" as="element()" priority="1">
    <span class="{local-name()} gen">~</span>
  </xsl:template>
  <xsl:template match="sense" as="element()">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@n">
        <b class="number gen">{@n}</b>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="tp:parts"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
