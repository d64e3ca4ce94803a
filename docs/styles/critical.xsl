<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical: every paragraph has a number that can be cited; a word on the signs used. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:t="urn:x-octavo:slots">

  <xsl:template match="div/p" as="element()*">
    <div class="numbered">
      <a class="number gen" href="#{f:id(.)}">{f:number(., 'paragraph')}</a>
      <xsl:next-match/>
    </div>
  </xsl:template>

  <xsl:template name="t:page-foot" as="element()*">
    <p>⟨a⟩ supplied by the editor · [a] deleted in the source · * a variant, see the apparatus</p>
  </xsl:template>
</xsl:stylesheet>
