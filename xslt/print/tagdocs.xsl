<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples of code: their lines and spaces stay as they are. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <!-- An example is one string; notes in it follow it. -->
  <xsl:template match="eg" mode="m:print" as="xs:string*">
    <xsl:variable name="words" as="xs:string"
        select="string-join(.//text()[not(ancestor::note)])"/>
    <xsl:sequence select="'example(' || f:literal($words) || ')&#10;'"/>
    <xsl:apply-templates select=".//note" mode="m:print"/>
  </xsl:template>
</xsl:stylesheet>
