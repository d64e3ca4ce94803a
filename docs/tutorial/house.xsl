<?xml version="1.0" encoding="UTF-8"?>
<!-- House style of the Harbour Press, for the screen. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:x-octavo:slots">

  <!-- A slot: a line at the foot of each page. -->
  <xsl:template name="t:page-foot" as="element()*">
    <p>Set by the Harbour Press.</p>
  </xsl:template>

  <!-- A rule: a star before each poem, then what Octavo does. -->
  <xsl:template match="lg" as="element()*">
    <p class="star">*</p>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
