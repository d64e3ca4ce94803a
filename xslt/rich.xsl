<?xml version="1.0" encoding="UTF-8"?>
<!-- Rich: the web edition with what only some editions have: facsimiles, letters, texts side
     by side, maps, a line of time. A plain text does not wait until these are compiled. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="html.xsl"/>
  <xsl:include href="html/calendar.xsl"/>
  <xsl:include href="html/facsimile.xsl"/>
  <xsl:include href="html/iiif.xsl"/>
  <xsl:include href="html/images.xsl" use-when="$without = 'figures'"/>
  <xsl:include href="html/maps.xsl"/>
  <xsl:include href="html/parallel.xsl"/>
  <xsl:include href="html/slices.xsl"/>
  <xsl:include href="html/turns.xsl"/>
  <xsl:include href="html/units.xsl"/>
  <xsl:include href="html/zones.xsl"/>
</xsl:stylesheet>
