<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples of code, whose lines and spaces stay as they are; declarations of schemas by
     their names. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private:print">

  <xsl:mode name="mp:source" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- An example is one string; notes in it follow it. -->
  <xsl:template match="eg" mode="m:print" as="xs:string*">
    <xsl:variable name="words" as="xs:string"
        select="string-join(.//text()[not(ancestor::note)])"/>
    <xsl:sequence select="'example(' || f:literal($words) || ')&#10;'"/>
    <xsl:apply-templates select=".//note" mode="m:print"/>
  </xsl:template>

  <!-- An example in XML shows its tags, and so does a grammar in a declaration. -->
  <xsl:template match="*:egXML | *[namespace-uri() = 'http://relaxng.org/ns/structure/1.0']"
      mode="m:print" as="xs:string">
    <xsl:variable name="source" as="node()*">
      <xsl:apply-templates select="if (self::*:egXML) then node() else ." mode="mp:source"/>
    </xsl:variable>
    <xsl:sequence select="
        'example(' || f:literal(replace(string-join($source), '^\s*\n|\s+$', '')) || ')&#10;'"/>
  </xsl:template>
  <xsl:template match="*" mode="mp:source" as="text()*">
    <xsl:text>&lt;{name()}</xsl:text>
    <xsl:for-each select="@*"> {name()}="{.}"</xsl:for-each>
    <xsl:text>{if (node()) then '>' else '/>'}</xsl:text>
    <xsl:if test="node()">
      <xsl:apply-templates mode="#current"/>
      <xsl:text>&lt;/{name()}></xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What is declared: its name, then what is said of it. -->
  <xsl:template match="attDef | attList | classSpec | classes | constraint | constraintSpec
      | content | dataSpec | datatype | defaultVal | elementSpec | exemplum | listRef
      | macroSpec | model | modelGrp | modelSequence | moduleSpec | paramList | paramSpec
      | remarks | schemaSpec | specGrp | specList | valItem | valList" mode="m:print"
      as="xs:string*">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:if test="@ident">
      <xsl:text>short-line({('inset: ' || $inset || ', ')[$inset gt 0]}{{typewriter(</xsl:text>
      <xsl:text>{f:literal(@ident)});}})&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="inset" tunnel="yes"
          select="min(($inset + xs:integer(exists(@ident)), 6))"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="alternate | anyElement | attRef | classRef | dataFacet | dataRef
      | elementRef | empty | macroRef | memberOf | moduleRef | sequence | specGrpRef | textNode
      | specDesc" mode="m:print" as="xs:string*">
    <xsl:text>sp;typewriter({f:literal((@key, @name, @target, @url, local-name())[1])});sp;</xsl:text>
    <xsl:apply-templates mode="m:print"/>
  </xsl:template>
  <xsl:template match="altIdent | equiv | param | valDesc | exemplum/p" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:content"/>
  </xsl:template>
  <!-- Programs that test a constraint are for machines. -->
  <xsl:template match="constraint/*" mode="m:print" as="empty-sequence()" priority="10"/>
</xsl:stylesheet>
