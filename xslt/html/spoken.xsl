<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken: utterances with their speakers, and what else is heard. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="u" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@who">
        <span class="speaker gen">{fp:speaker(@who)}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="pause | shift" as="element()">
    <span class="{local-name()}"/>
  </xsl:template>

  <!-- The name of a speaker: of the person in this document, else the pointer. -->
  <xsl:function name="fp:speaker" as="xs:string">
    <xsl:param name="who" as="attribute()"/>
    <xsl:variable name="names" as="xs:string*" select="
        for $one in tokenize($who)
        return (key('f:element', substring-after($one, '#'), root($who))[1]
            /(persName, name, label)[1] ! f:plain(.)[.], replace($one, '^#', ''))[1]"/>
    <xsl:sequence select="string-join($names, ', ')"/>
  </xsl:function>
</xsl:stylesheet>
