<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description: the parts of a description with their names before them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="msDesc | msPart | msFrag | msItem | msItemStruct | physDesc | history
      | additional | objectDesc | supportDesc | layoutDesc | handDesc | scriptDesc | typeDesc
      | decoDesc | additions | bindingDesc | sealDesc | accMat | adminInfo | recordHist
      | custodialHist | surrogates | msContents | musicNotation" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="f:has-label(local-name())">
        <p class="ms-label gen">{f:label(local-name())}</p>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="msIdentifier | altIdentifier | msName | repository | institution | collection
      | idno | locus | locusGrp | incipit | explicit | rubric | finalRubric | colophon | filiation
      | material | dimensions | dim | height | width | depth | watermark | secFol | signatures
      | catchwords | stamp | heraldry | origDate | origPlace | objectType | support | foliation
      | collation | condition | layout | handNote | scriptNote | typeNote | decoNote | binding
      | seal | summary | provenance | acquisition | origin | source | availability | custEvent"
      as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
</xsl:stylesheet>
