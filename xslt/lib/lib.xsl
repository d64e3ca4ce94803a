<?xml version="1.0" encoding="UTF-8"?>
<!-- Library: functions that know TEI but no output. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="labels.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="dates.xsl"/>
</xsl:stylesheet>
