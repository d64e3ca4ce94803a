<?xml version="1.0" encoding="UTF-8"?>
<!-- Example: a house style. Numbers at the paragraphs, a line of its own at the foot, and
     old spelling instead of regularized. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:t="urn:x-octavo:slots">
  <xsl:import href="../html.xsl"/>

  <!-- A parameter: which text is shown. -->
  <xsl:param name="view" as="xs:string" select="'diplomatic'"/>

  <!-- A rule around the standard rule. -->
  <xsl:template match="div/p" as="element()">
    <div class="numbered">
      <span class="number gen">{f:number(., 'paragraph')}</span>
      <xsl:next-match/>
    </div>
  </xsl:template>

  <!-- A slot. -->
  <xsl:template name="t:page-foot" as="element()*">
    <p>Set for a small press.</p>
  </xsl:template>
</xsl:stylesheet>
