<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken: utterances after the names of their speakers, and what else is heard. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="u" mode="m:print" as="xs:string*">
    <xsl:if test="@who">
      <xsl:text>speaker({f:literal(f:speakers(@who))}, none)&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="indented" select="empty(@who) and fp:is-indented(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="incident | vocal | kinesic | writing" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'emphasis'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="*[fp:is-aside(.)]" mode="m:print" as="xs:string*" priority="1">
    <xsl:text>stage-direction({{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="pause | shift" mode="m:print" as="empty-sequence()"/>

  <!-- Is it heard between utterances, not in one? -->
  <xsl:function name="fp:is-aside" as="xs:boolean">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="
        exists($event[self::incident or self::vocal or self::kinesic or self::writing]
          /parent::*[self::body or self::annotationBlock or starts-with(local-name(), 'div')])"/>
  </xsl:function>
</xsl:stylesheet>
