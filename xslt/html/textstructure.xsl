<?xml version="1.0" encoding="UTF-8"?>
<!-- Text structure: divisions, headings, title pages, openings and closings. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <!-- On a page of its own a division is the page; elsewhere a section. -->
  <xsl:template match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"
      as="element()*">
    <xsl:param name="level" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="f:is-emptied(.)"/>
      <xsl:otherwise>
        <xsl:element name="{if (head) then 'section' else 'div'}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates>
            <xsl:with-param name="level" tunnel="yes"
                select="if (head) then $level + 1 else $level"/>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The first heading of a division; the level is that of HTML, 1 to 6. -->
  <xsl:template match="head" as="element()">
    <xsl:call-template name="tp:subhead"/>
  </xsl:template>
  <xsl:template as="element()"
      match="div/head[1] | div0/head[1] | div1/head[1] | div2/head[1] | div3/head[1]
           | div4/head[1] | div5/head[1] | div6/head[1] | div7/head[1] | body/head[1]
           | front/head[1] | back/head[1] | group/head[1]">
    <xsl:param name="level" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="not(normalize-space() or *)">
        <div>
          <xsl:apply-templates select="." mode="m:attributes"/>
        </div>
      </xsl:when>
      <xsl:when test="f:holds-block(.)">
        <div role="heading" aria-level="{min((6, $level))}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{min((6, $level))}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Further headings, and those of poems, lists, stanzas. -->
  <xsl:template name="tp:subhead" as="element()">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'p'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:attribute name="class" select="f:class(.), 'subhead'"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="titlePage/docAuthor | titlePage/docDate" as="element()">
    <xsl:call-template name="tp:paragraph"/>
  </xsl:template>
</xsl:stylesheet>
