<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description: its parts in their order, each in a paragraph of its own. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="msDesc | msPart | msFrag | msContents | msItem | msItemStruct | physDesc
      | objectDesc | supportDesc | layoutDesc | handDesc | scriptDesc | decoDesc | typeDesc
      | musicNotation | additions | bindingDesc | sealDesc | accMat | history | additional
      | adminInfo | recordHist | custodialHist | surrogates | object" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:flow"/>
  </xsl:template>

  <!-- What the parts of a description consist of; none is indented, since each begins anew. -->
  <xsl:template match="msIdentifier | altIdentifier | msName | summary | textLang | support
      | foliation | collation | condition | layout | handNote | scriptNote | decoNote | binding
      | seal | origin | provenance | acquisition | locus | locusGrp | filiation | recordSource
      | custEvent" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:content"/>
  </xsl:template>
  <xsl:template match="*[fp:is-statement(.)]" mode="m:print" as="xs:string*" priority="1">
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="call" select="'reference'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="rubric | incipit | explicit | finalRubric | colophon" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'emphasis'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="repository | institution | collection | origDate | origPlace | dim
      | dimensions | height | width | depth | material | objectType | watermark | stamp
      | heraldry | secFol | signatures | catchwords | objectIdentifier" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:set"/>
  </xsl:template>

  <!-- Is it a paragraph of the description, not words inside of one? -->
  <xsl:function name="fp:is-statement" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        exists($part[self::msIdentifier or self::summary or self::textLang or self::support
          or self::extent or self::foliation or self::collation or self::condition
          or self::layout or self::handNote or self::scriptNote or self::decoNote
          or self::binding or self::seal or self::origin or self::provenance
          or self::acquisition][parent::*[fp:is-description(.)]])"/>
  </xsl:function>
  <xsl:function name="fp:is-description" as="xs:boolean">
    <xsl:param name="whole" as="element()"/>
    <xsl:sequence select="
        exists($whole[matches(local-name(), '^ms|Desc$|^(history|additional|adminInfo)$')])"/>
  </xsl:function>

  <!-- A place of keeping is given as one says it: Oxford, Bodleian Library, MS 5. -->
  <xsl:template match="msIdentifier/text()[not(normalize-space())]" mode="m:print"
      as="xs:string?">
    <xsl:sequence select="
        if (preceding-sibling::* and following-sibling::*) then '&quot;,&quot;;sp;' else ()"/>
  </xsl:template>
</xsl:stylesheet>
