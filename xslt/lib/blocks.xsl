<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: which elements become blocks or links, so that no block lands in a phrase
     and no link in a link.

     Outputs forbid both, TEI allows both. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- Blocks wherever they stand, those that may be phrases, notes. -->
  <xsl:variable name="fp:blocks" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      map:entry('note', 'note'),
      tokenize('
      ab annotationBlock argument attList biblFull camera castList classSpec closer
      constraintSpec content dataSpec div div1 div2 div3 div4 div5 div6 div7
      docTitle eTree eg elementSpec entry entryFree epigraph event exemplum figure
      floatingText forest graph head l lg line list listApp listBibl listEvent listForest
      listNym listObject listOrg listPerson listPlace listRelation listWit macroSpec
      model moduleSpec msDesc notatedMusic opener org p person place post postscript
      remarks schemaSpec set sound sp spGrp specGrp specList superEntry surface
      table tech titlePage trailer tree u valList view zone egXML')
      ! map:entry(., 'block'),
      tokenize('
      address bibl biblStruct byline cit dateline docAuthor docDate docEdition label
      q quote said salute signed stage titlePart')
      ! map:entry(., 'either')))"/>

  <!-- What becomes a link; a name is one if it points to something. -->
  <xsl:variable name="fp:links" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      ref ptr pb media app email figure graphic') ! map:entry(., true()))"/>

  <!-- Does the element hold a block, so that it cannot be a phrase or a paragraph? -->
  <xsl:function name="f:holds-block" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and fp:holds-block($element)"/>
  </xsl:function>
  <xsl:function name="fp:holds-block" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $inner in $element/* satisfies f:makes-block($inner)"/>
  </xsl:function>

  <!-- Is the element a block, or does it hold one? A called note is shown elsewhere. -->
  <xsl:function name="f:makes-block" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="kind" select="$fp:blocks(local-name($element))" as="xs:string?"/>
    <xsl:sequence select="
        if (empty($kind)) then f:holds-block($element)
        else if ($kind = 'block') then true()
        else if ($kind = 'note') then not(f:is-moved($element)) and fp:is-block-note($element)
        else f:is-block($element) or f:holds-block($element)"/>
  </xsl:function>

  <!-- A note that stands for itself is a block among blocks, or if it holds one. -->
  <xsl:function name="fp:is-block-note" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        f:is-block($note) or f:holds-block($note) or exists($note/parent::*[self::noteGrp
          or self::item or self::person or self::place or self::org or self::event])"/>
  </xsl:function>

  <!-- Does the element hold a link, so that it cannot be one? -->
  <xsl:function name="f:holds-link" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $inner in $element/* satisfies (
          map:contains($fp:links, local-name($inner)) or $inner/self::note
          or $inner/@ref or f:holds-link($inner))"/>
  </xsl:function>

  <!-- Is an element that may be a block or a phrase a block where it stands? -->
  <xsl:function name="f:is-block" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/parent::*[f:is-structure(.)])
        or exists($element/(p | lg | l | ab | list | table | sp | floatingText | figure))
        or $element/self::cit/quote/(p | lg | l | ab | list | sp) ! true()
        or $element/@rend = ('block', 'blockquote', 'display')"/>
  </xsl:function>

  <!-- Has the element no text of its own, only parts? -->
  <xsl:function name="f:is-structure" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::div or self::body or self::front or self::back or self::sp
          or self::text or self::group or self::epigraph or self::argument or self::postscript
          or self::titlePage or self::floatingText or self::lg or self::castList or self::set
          or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6
          or self::div7 or self::spGrp or self::listBibl or self::docImprint/parent::titlePage
          or self::prologue or self::epilogue or self::performance or self::docTitle
          or self::opener or self::closer]
          [not(self::lg/parent::p)])
        or exists($element/self::cit[parent::div or parent::body or parent::epigraph])"/>
  </xsl:function>
</xsl:stylesheet>
