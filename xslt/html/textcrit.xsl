<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual criticism: the readings of the view in the text; the entries about them are in
     apparatus.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes">

  <!-- The reading of the view, which leads to its entry in the apparatus: as a link,
       or, where it cannot be one, followed by a sign that is. -->
  <xsl:template match="app" as="element()">
    <a href="#{f:id(.)}-entry">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="f:chosen(.)"/>
    </a>
  </xsl:template>
  <xsl:template match="app[fp:is-no-link(.)]" as="element()">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="f:chosen(.)"/>
      <xsl:if test="not(ancestor::ref)">
        <xsl:sequence select="fp:sign(., '')"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>
  <xsl:function name="fp:is-no-link" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        f:holds-block($entry) or f:holds-link($entry) or not(normalize-space(f:chosen($entry)))
        or exists($entry/ancestor::*[self::ref or @ref])"/>
  </xsl:function>

  <!-- An entry that stands apart shows a sign where its words end; one in a list, nothing. -->
  <xsl:template match="app[f:is-apart(.)]" as="element()?" priority="2">
    <xsl:if test="empty(fp:ends(.)) and empty(ancestor::listApp)">
      <xsl:sequence select="fp:sign(., f:id(.))"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="anchor[fp:entries-at(.)]" as="element()+" priority="1">
    <xsl:next-match/>
    <xsl:sequence select="fp:entries-at(.) ! fp:sign(., f:id(.))"/>
  </xsl:template>
  <xsl:function name="fp:sign" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <a class="app-call gen" href="#{f:id($entry)}-entry">
      <xsl:if test="$id">
        <xsl:attribute name="id" select="$id"/>
      </xsl:if>
      <xsl:text>*</xsl:text>
    </a>
  </xsl:function>

  <!-- Lists of entries: words about the text elsewhere, each with the way to its place. On
       the page of a whole text they are its apparatus. -->
  <xsl:template match="listApp" as="element()">
    <xsl:param name="page" as="element()?" tunnel="yes"/>
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="node() except app"/>
      <xsl:where-populated>
        <ul class="gen">
          <xsl:apply-templates select="app" mode="m:apparatus">
            <xsl:with-param name="again" select="exists($page)"/>
          </xsl:apply-templates>
        </ul>
      </xsl:where-populated>
    </div>
  </xsl:template>
</xsl:stylesheet>
