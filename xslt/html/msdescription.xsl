<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description: the parts of a description with their names before them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <!-- A part of a description, under a heading that says what it is about. -->
  <xsl:template name="tp:labelled" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="f:has-label(local-name()) and normalize-space()">
        <p class="ms-label gen">{f:label(local-name())}</p>
      </xsl:if>
      <xsl:call-template name="tp:parts"/>
    </div>
  </xsl:template>

  <!-- A statement in a description, after a word that says what it is about. -->
  <xsl:template name="tp:stated" as="element()">
    <xsl:variable name="stands-alone" as="xs:boolean" select="
        exists(parent::*[matches(local-name(), '^(ms.*|.*Desc|history|additional|adminInfo|recordHist)$')])"/>
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="$stands-alone">
        <xsl:attribute name="class" select="'statement', f:class(.)"/>
      </xsl:if>
      <xsl:if test="$stands-alone and f:has-label(local-name()) and normalize-space()">
        <span class="ms-label gen">{f:label(local-name())}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="tp:parts"/>
    </xsl:element>
  </xsl:template>

  <!-- 'Oxford, Bodleian Library, MS. Add. A. 61 (28843)'; '210 × 150 mm' -->
  <xsl:template match="msIdentifier | dimensions" as="element()">
    <xsl:variable name="between" as="xs:string"
        select="if (self::msIdentifier) then ', ' else ' × '"/>
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each select="(* | text())[normalize-space()]">
        <xsl:if test="position() gt 1">
          <span class="gen">{if (self::altIdentifier) then ' ' else $between}</span>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:if test="@unit">
        <span class="gen">{' ' || @unit}</span>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
