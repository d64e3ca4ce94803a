<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription and textual criticism: what the view hides, gaps, readings. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- What the view hides is left out, whatever it is. -->
  <xsl:template match="del | fw | rdg | rdgGrp | wit | witDetail" mode="m:print"
      as="xs:string*" priority="5">
    <xsl:if test="not(f:is-hidden(.))">
      <xsl:call-template name="fp:set">
        <xsl:with-param name="default" select="'struck'[current()/self::del]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lem" mode="m:print" as="xs:string*">
    <xsl:apply-templates mode="m:print"/>
  </xsl:template>

  <xsl:template match="gap" mode="m:print" as="xs:string">"[…]";</xsl:template>
  <xsl:template match="supplied" mode="m:print" as="xs:string*" priority="1">
    <xsl:text>"[";</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>"]";</xsl:text>
  </xsl:template>
</xsl:stylesheet>
