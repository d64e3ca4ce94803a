<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: which elements become blocks or links, so that no block lands in a phrase
     and no link in a link.

     Outputs forbid both, TEI allows both. Counting accumulators tell in constant time
     whether an element holds one; what stands in a called note is not counted for
     the text around its call, since the note is shown elsewhere. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <xsl:accumulator name="fp:block" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule match="note" select="head($value), $value"/>
    <xsl:accumulator-rule match="note" phase="end"
        select="tail($value)[1] + (if (f:is-call(.)) then 0 else 1), tail(tail($value))"/>
    <xsl:accumulator-rule select="head($value) + 1, tail($value)"
        match="p | ab | l | lg | list | table | figure | floatingText | sp | spGrp | eg | *:egXML
             | listBibl | listPerson | listPlace | listOrg | listEvent | listWit | listNym
             | listRelation | listObject | castList | set | msDesc | entry | entryFree
             | superEntry | head | opener | closer | postscript | argument | epigraph | div
             | div1 | div2 | div3 | div4 | div5 | div6 | div7 | titlePage | docTitle | biblFull
             | person | place | org | event | camera | sound | tech | view | notatedMusic
             | graph | tree | eTree | forest | listForest | schemaSpec | specGrp | elementSpec
             | classSpec | macroSpec | moduleSpec | dataSpec | specList | constraintSpec | u
             | annotationBlock | address[f:is-block(.)] | trailer | line | surface | zone
             | post | exemplum | remarks | attList | valList | content | model"/>
    <xsl:accumulator-rule match="quote | q | said | cit | stage | bibl | biblStruct | label | byline | dateline
             | salute | signed | titlePart | docEdition | docAuthor | docDate"
        select="head($value) + (if (f:is-block(.)) then 1 else 0), tail($value)"/>
  </xsl:accumulator>

  <xsl:accumulator name="fp:link" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule match="note" select="head($value) + 1, $value"/>
    <xsl:accumulator-rule match="note" phase="end"
        select="tail($value)[1] + 1, tail(tail($value))"/>
    <xsl:accumulator-rule select="head($value) + 1, tail($value)"
        match="ref | ptr | pb | media | app | persName[@ref] | placeName[@ref] | orgName[@ref]
             | name[@ref] | rs[@ref] | title[@ref] | author[@ref] | geogName[@ref] | email
             | figure | graphic"/>
  </xsl:accumulator>

  <!-- Does the element hold a block, so that it cannot be a phrase or a paragraph? -->
  <xsl:function name="f:holds-block" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/*) and
        $element/*[last()]/accumulator-after('fp:block')[1]
          gt $element/accumulator-before('fp:block')[1]"/>
  </xsl:function>

  <!-- Is the element a block, or does it hold one? -->
  <xsl:function name="f:makes-block" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="xs:integer" select="
        ($element/preceding-sibling::*[1]/accumulator-after('fp:block')[1],
         $element/../accumulator-before('fp:block')[1], 0)[1]"/>
    <xsl:sequence select="$element/accumulator-after('fp:block')[1] gt $before"/>
  </xsl:function>

  <!-- Does the element hold a link, so that it cannot be one? -->
  <xsl:function name="f:holds-link" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/*) and
        $element/*[last()]/accumulator-after('fp:link')[1]
          gt $element/accumulator-before('fp:link')[1]"/>
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
