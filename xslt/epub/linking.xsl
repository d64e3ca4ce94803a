<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: page breaks of the source, which the page list leads to. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions">

  <!-- Only a page with a number can be found in the page list. -->
  <xsl:template match="pb" as="element()">
    <span class="pb" id="{f:id(.)}">
      <xsl:for-each select="@n[normalize-space()]">
        <xsl:attribute name="epub:type" select="'pagebreak'"/>
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="f:phrase('page-n', normalize-space(.))"/>
        <xsl:attribute name="data-page" select="normalize-space(.)"/>
      </xsl:for-each>
    </span>
  </xsl:template>
  <!-- Between rows it stands outside the table. -->
  <xsl:template match="table/pb" as="element()" priority="2">
    <div class="beside-table">
      <xsl:next-match/>
    </div>
  </xsl:template>

  <!-- Without script a frame cannot scroll; a wide table is cut into lines. -->
  <xsl:template match="table" as="element()">
    <xsl:variable name="framed" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <div class="table-frame">
      <xsl:sequence select="$framed/node()"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
