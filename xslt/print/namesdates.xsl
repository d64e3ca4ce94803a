<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and dates: names of persons, places, works, and the indexes of them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <!-- A name that points into a register is listed in its index. -->
  <xsl:template mode="m:print" as="xs:string*" priority="8" match="
      persName[@ref] | placeName[@ref] | orgName[@ref] | name[@ref] | rs[@ref] | geogName[@ref]
    | title[@ref] | author[@ref] | settlement[@ref] | region[@ref] | country[@ref]">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="listing" as="xs:boolean" select="true()" tunnel="yes"/>
    <xsl:param name="in-note" as="xs:string?" select="()" tunnel="yes"/>
    <xsl:variable name="keys" as="xs:string*"
        select="if ($short or not($listing and fp:is-indexed(.))) then () else fp:indexed(@ref)"/>
    <xsl:variable name="id" as="xs:string?" select="fp:id(.)"/>
    <xsl:for-each select="$keys">
      <xsl:text>indexed({f:literal(.)}, </xsl:text>
      <xsl:sequence select="$id ! ('id: ' || f:literal(.) || ', ')"/>
      <xsl:sequence select="$in-note ! ('note: ' || f:literal(.) || ', ')"/>
      <xsl:text>{{</xsl:text>
    </xsl:for-each>
    <xsl:next-match/>
    <xsl:sequence select="$keys ! '});'"/>
  </xsl:template>

  <xsl:template mode="m:print" as="xs:string*" match="
      persName | placeName | orgName | name | rs | geogName | forename | surname | addName
    | nameLink | genName | roleName | settlement | region | country | district | bloc | geo
    | affiliation | occupation | birth | death | sex | location | floruit | objectName | eventName | residence | offset | nym">
    <xsl:call-template name="fp:set"/>
  </xsl:template>

  <xsl:function name="fp:is-indexed" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        exists($name/@ref) and not(fp:is-deep($name)) and exists(fp:indexed($name/@ref))"/>
  </xsl:function>

  <!-- The ids of the register entries that a pointer names and an index lists. -->
  <xsl:function name="fp:indexed" as="xs:string*">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="
        distinct-values(tokenize($pointer) ! substring-after(., '#'))
          [map:contains($v:listed, .)]" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- The ids of all entries that an index lists. -->
  <xsl:variable name="v:listed" as="map(xs:string, xs:boolean)" select="
      map:merge($indexes ! fp:entries(.)/@id ! map:entry(string(), true()))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:function name="fp:entries" as="element(e:entry)*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$edition/e:edition/e:entry[@kind = $kind]"/>
  </xsl:function>

  <!-- The indexes of names that occur in the text. -->
  <xsl:template name="fp:indexes" as="xs:string*">
    <xsl:variable name="text" select="." as="node()"/>
    <xsl:variable name="named" as="xs:string*" select="
        distinct-values($text//text//@ref ! tokenize(.) ! substring-after(., '#'))"/>
    <xsl:for-each select="$indexes">
      <xsl:variable name="entries" as="element(e:entry)*"
          select="fp:entries(.)[@id = $named]"/>
      <xsl:if test="exists($entries)">
        <xsl:variable name="index" as="xs:string" select="f:label('index')"/>
        <xsl:variable name="kind" as="xs:string" select="f:label($v:register-labels(.))"/>
        <xsl:text>#chapter({f:literal('index-' || .)}, 1, </xsl:text>
        <xsl:text>{f:literal($index || ': ' || $kind)}, {{</xsl:text>
        <xsl:text>heading-line("number", {f:literal($index)});</xsl:text>
        <xsl:text>heading-line("title", {f:literal($kind)})}})&#10;#index((&#10;</xsl:text>
        <xsl:sequence select="
            $entries ! ('(' || string-join((@id, @heading, @initial) ! f:literal(.), ', ') || '),&#10;')"/>
        <xsl:text>))&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="v:register-labels" as="map(xs:string, xs:string)" select="
      map { 'person': 'persons', 'place': 'places', 'org': 'organisations', 'bibl': 'works',
        'event': 'events' }"/>

  <!-- Lists of a register that stand in the text: their headings and descriptions. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listRelation" mode="m:print"
      as="xs:string*">
    <xsl:apply-templates select="*" mode="m:print"/>
  </xsl:template>
  <xsl:template match="person | place | org | event | personGrp | relation" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="call" select="'reference'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
