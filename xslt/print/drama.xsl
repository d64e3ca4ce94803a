<?xml version="1.0" encoding="UTF-8"?>
<!-- Drama: speeches, speakers, stage directions, lists of persons. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- A scene in the middle of prose stands apart from it. -->
  <xsl:template match="sp" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="*" mode="m:print"/>
    <xsl:sequence select="'half-line&#10;'[current()/following-sibling::*[1][self::p or self::ab]]"/>
  </xsl:template>

  <!-- The speaker, and in the same line how he speaks. -->
  <xsl:template match="speaker" mode="m:print" as="xs:string*">
    <xsl:text>speaker({{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}}, {{</xsl:text>
    <xsl:apply-templates select="following-sibling::*[1][self::stage]/node()" mode="m:print"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="stage[preceding-sibling::*[1][self::speaker]]" mode="m:print"
      as="empty-sequence()" priority="2"/>
  <xsl:template match="stage" mode="m:print" as="xs:string*">
    <xsl:text>emphasis({{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}});</xsl:text>
  </xsl:template>
  <xsl:template match="stage[f:is-block(.)]" mode="m:print" as="xs:string*" priority="1">
    <xsl:text>stage-direction(</xsl:text>
    <xsl:sequence select="fp:notes-option(fp:called-notes(node()))"/>
    <xsl:text>{{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- What stands around the acts, or describes the scene. -->
  <xsl:template match="prologue | epilogue | performance | set" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:section"/>
  </xsl:template>
  <xsl:template match="tech | camera | sound | view" mode="m:print" as="xs:string*">
    <xsl:text>stage-direction({{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="castList | castGroup" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="*" mode="m:print"/>
  </xsl:template>
  <xsl:template match="castList/head | castGroup/head" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="
          if (parent::castList) then 'cast-title' else 'short-line'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="castItem" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'reference'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="role" mode="m:print" as="xs:string*">
    <xsl:text>small-capitals({{</xsl:text>
    <xsl:apply-templates mode="m:print"/>
    <xsl:text>}});</xsl:text>
  </xsl:template>
  <xsl:template match="roleDesc | actor" mode="m:print" as="xs:string*">
    <xsl:apply-templates mode="m:print"/>
  </xsl:template>
</xsl:stylesheet>
