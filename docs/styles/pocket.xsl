<?xml version="1.0" encoding="UTF-8"?>
<!-- Pocket: Roman numerals over the titles of chapters, an ornament at their ends. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:x-octavo:slots">

  <!-- The class `gen` says that these words are not those of the text. -->
  <xsl:template match="div[@type = 'chapter']/head[1]" as="element()*">
    <p class="number gen">
      <xsl:number level="any" count="div[@type = 'chapter']" format="I"/>
    </p>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template name="t:after-text" as="element()*">
    <p class="ornament" aria-hidden="true">❦</p>
  </xsl:template>
</xsl:stylesheet>
