<?xml version="1.0" encoding="UTF-8"?>
<!-- Stages: all that every output asks of a text before it renders it.

     Questions on the source tree, not copies of it: nothing is moved, so path()
     stays true and a document is walked no more often than it must be. An entry
     point imports params.xsl and includes this file and lib/lib.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="resolve.xsl"/>
  <xsl:include href="choose.xsl"/>
  <xsl:include href="number.xsl"/>
  <xsl:include href="address.xsl"/>
  <xsl:include href="paginate.xsl"/>
</xsl:stylesheet>
