<?xml version="1.0" encoding="UTF-8"?>
<!-- Drama: speeches, speakers, stage directions, casts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="p/camera | p/sound | p/tech | p/view | stage/*[self::camera or self::sound
      or self::tech]" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
</xsl:stylesheet>
