<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken: utterances with their speakers, and what else is heard. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="u" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@who">
        <span class="speaker gen">{f:speakers(@who)}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="pause | shift" as="element()">
    <span class="{local-name()}"/>
  </xsl:template>
</xsl:stylesheet>
