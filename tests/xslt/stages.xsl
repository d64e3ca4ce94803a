<?xml version="1.0" encoding="UTF-8"?>
<!-- Questions to the stages and the library, asked of a whole document for the tests. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">
  <xsl:import href="../../xslt/params.xsl"/>
  <xsl:include href="../../xslt/stages/stages.xsl"/>
  <xsl:include href="../../xslt/lib/lib.xsl"/>

  <!-- One line for each answer, so that a test sees a list. -->
  <xsl:output method="text"/>
  <xsl:mode name="m:ids" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:ids" as="xs:string">
    <xsl:sequence select="string-join(//* ! f:id(.), '&#10;')"/>
  </xsl:template>

  <xsl:mode name="m:calls" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:calls" as="xs:string">
    <xsl:sequence select="string-join(
        f:calls(//text[1]) ! (f:sign(.) || ' ' || f:call-id(.) || ' ' || f:id(f:called(.))
          || ' ' || f:plain(f:called(.)/node())), '&#10;')"/>
  </xsl:template>

  <xsl:mode name="m:pages" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:pages" as="xs:string">
    <xsl:sequence select="string-join(
        f:pages(.) ! (f:id(.) || ': ' || f:plain(f:page-nodes(.))), '&#10;')"/>
  </xsl:template>

  <xsl:mode name="m:page-of" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:page-of" as="xs:string">
    <xsl:sequence select="string-join(
        //*[self::p or self::pb or self::trailer or self::head or self::div] ! (f:id(f:page-of(.))), '&#10;')"/>
  </xsl:template>

  <xsl:mode name="m:titles" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:titles" as="xs:string">
    <xsl:sequence select="string-join(//div ! f:title(.), '&#10;')"/>
  </xsl:template>

  <xsl:mode name="m:words" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:words" as="xs:string">
    <xsl:sequence select="f:plain(//body)"/>
  </xsl:template>
  <xsl:mode name="m:hidden" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:hidden" as="xs:string">
    <xsl:sequence select="string-join(f:hidden(//body) ! string(), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
