<?xml version="1.0" encoding="UTF-8"?>
<!-- Gaiji: characters that the source describes because no font has them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <!-- The words in the element, else the character or the name of the glyph. -->
  <xsl:template match="g" as="element()">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
      <xsl:if test="not(node())">
        <span class="gen">{f:glyph(.)}</span>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
