<?xml version="1.0" encoding="UTF-8"?>
<!-- Drama: speeches, speakers, stage directions, casts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="sp | spGrp | camera | sound | tech | view" as="element()">
    <xsl:call-template name="tp:block"/>
  </xsl:template>
  <xsl:template match="p/camera | p/sound | p/tech | p/view | stage/*[self::camera or self::sound
      or self::tech]" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
  <xsl:template match="speaker" as="element()">
    <xsl:call-template name="tp:paragraph"/>
  </xsl:template>
  <xsl:template match="stage" as="element()">
    <xsl:call-template name="tp:either"/>
  </xsl:template>
  <xsl:template match="castItem | role | roleDesc | actor | caption" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
</xsl:stylesheet>
