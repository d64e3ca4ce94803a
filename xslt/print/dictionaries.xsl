<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries: an entry is a hanging paragraph, its headword bold, its grammar italic,
     its senses run in after their numbers. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="entry | entryFree" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="call" select="'reference'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="superEntry" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow"/>
  </xsl:template>

  <!-- The headword; forms that are inflected look like the grammar around them. -->
  <xsl:template match="orth | hyph | syll | oVar" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:part-of-entry">
      <xsl:with-param name="look" select="
          'bold'[not(current()/ancestor::form[1][@type = 'inflected'])]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="pos | gen | number | case | per | tns | mood | iType | gram | subc | usg
      | lbl | lang" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:part-of-entry">
      <xsl:with-param name="look" select="'emphasis'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="form | gramGrp | pron | stress | def | etym | xr | re | hom | colloc
      | dictScrap | pVar" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:part-of-entry"/>
  </xsl:template>

  <!-- The parts of an entry that has no words between them get spaces. -->
  <xsl:template name="fp:part-of-entry" as="xs:string*">
    <xsl:param name="look" as="xs:string?" select="()"/>
    <xsl:sequence select="fp:space-before(.)"/>
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="$look"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:function name="fp:space-before" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        'sp;'[$part/preceding-sibling::node()[1][self::*]]
          [not($part/../text()[normalize-space()])]"/>
  </xsl:function>

  <xsl:template match="sense" mode="m:print" as="xs:string*">
    <xsl:variable name="number" as="xs:string?"
        select="@n ! ('bold(' || f:literal(.) || ');')"/>
    <xsl:choose>
      <xsl:when test="fp:breaks(.)">
        <xsl:call-template name="fp:hung">
          <xsl:with-param name="sign" select="string($number)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:space-before(.), $number ! (., 'sp;')"/>
        <xsl:call-template name="fp:set"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Examples stand out from what explains them. -->
  <xsl:template match="sense//cit[not(fp:breaks(.))] | entry//cit[not(fp:breaks(.))]
      | entryFree//cit[not(fp:breaks(.))]" mode="m:print" as="xs:string*" priority="1">
    <xsl:call-template name="fp:part-of-entry"/>
  </xsl:template>
  <xsl:template match="cit[@type = 'example']/quote[not(f:is-block(.))]" mode="m:print"
      as="xs:string*" priority="1">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'emphasis'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A reference to the headword stands for it. -->
  <xsl:template match="oRef | pRef" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set"/>
    <xsl:if test="not(node())">"~";</xsl:if>
  </xsl:template>
</xsl:stylesheet>
