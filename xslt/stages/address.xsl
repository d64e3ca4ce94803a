<?xml version="1.0" encoding="UTF-8"?>
<!-- Address: one stable id for every division, paragraph, line, note, figure.

     The xml:id where there is one, else a name made from the position: of a
     division from those around it (body-3-2), of a paragraph or line from its
     division (body-3-p12, body-3-l4), of notes, figures, tables, pages and names
     from the document (note7, figure2, page17). All outputs use these ids.
     Made ids never meet: those with a hyphen end in what tells the kind, those
     without have a kind and a number, and an id of the source is never taken. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:mode name="m:address" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:key name="fp:page-number" match="pb[@n]" use="fp:slug(@n)"/>

  <!-- The id of an element; empty for one that has none and needs none. -->
  <xsl:function name="f:id" as="xs:string?" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (not($element/@xml:id) and map:contains($fp:counted, local-name($element)))
        then fp:counted-ids(root($element))(generate-id($element))
        else if (fp:is-container($element))
        then fp:container-ids(root($element))(generate-id($element))
        else fp:identified($element, ())"/>
  </xsl:function>

  <!-- Paragraphs, lines and names are most of a text: their made ids are made all at once. -->
  <xsl:variable name="fp:counted" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(
      tokenize('p ab l persName placeName orgName name rs title author geogName')
      ! map:entry(., true()))"/>
  <xsl:function name="fp:counted-ids" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="taken" as="map(xs:string, xs:boolean)" select="fp:taken($root)"/>
    <xsl:map>
      <xsl:sequence select="
          fp:ids-within($root//*[self::p or self::ab], '-p', $taken),
          fp:ids-within($root//l, '-l', $taken),
          fp:numbered-ids(fp:counted($root, 'name'), 'name', $taken)"/>
    </xsl:map>
  </xsl:function>
  <xsl:function name="fp:ids-within" as="map(xs:string, xs:string)*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:param name="taken" as="map(xs:string, xs:boolean)"/>
    <xsl:for-each-group select="$elements" group-by="string(generate-id(fp:container(.)))">
      <xsl:sequence select="fp:numbered-ids(current-group(), fp:nearest(.) || $mark, $taken)"/>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="fp:numbered-ids" as="map(xs:string, xs:string)*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="start" as="xs:string"/>
    <xsl:param name="taken" as="map(xs:string, xs:boolean)"/>
    <xsl:for-each select="$elements">
      <xsl:variable name="id" as="xs:string" select="$start || position()"/>
      <xsl:sequence select="
          map:entry(generate-id(.), if (map:contains($taken, $id)) then fp:free($id, root(.)) else $id)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The ids of divisions and parts of the text, outer ones first: the ids of those in
       them begin with theirs. -->
  <xsl:function name="fp:container-ids" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:iterate select="$root/descendant-or-self::*[fp:is-container(.)]">
      <xsl:param name="ids" as="map(xs:string, xs:string)" select="map{}"/>
      <xsl:on-completion>
        <xsl:sequence select="$ids"/>
      </xsl:on-completion>
      <xsl:variable name="around" as="xs:string"
          select="(fp:container(.) ! $ids(generate-id(.)), 'top')[1]"/>
      <xsl:next-iteration>
        <xsl:with-param name="ids"
            select="map:put($ids, generate-id(.), fp:identified(., $around))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The id of the division, or part of the text, around an element. -->
  <xsl:function name="fp:nearest" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(fp:container($element) ! f:id(.), 'top')[1]"/>
  </xsl:function>

  <xsl:function name="fp:identified" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="around" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="$element/@xml:id and fp:is-word($element/@xml:id)
          and key('f:element', $element/@xml:id, root($element))[1] is $element">
        <xsl:sequence select="string($element/@xml:id)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="made" as="xs:string?">
          <xsl:apply-templates select="$element" mode="m:address">
            <xsl:with-param name="around" select="$around"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:sequence select="$made ! fp:free(., root($element))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:is-word" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$id != '' and normalize-space($id) = $id and not(contains($id, ' '))"/>
  </xsl:function>

  <!-- The id of the place where a note is called. -->
  <xsl:function name="f:call-id" as="xs:string" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        fp:free('call' || f:number($call, 'call'), root($call))"/>
  </xsl:function>

  <xsl:template mode="m:address" as="xs:string"
      match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="
        $around || '-' || f:number(., 'division')"/>
  </xsl:template>
  <xsl:template match="teiHeader | front | body | back" mode="m:address" as="xs:string">
    <xsl:param name="around" as="xs:string"/>
    <xsl:variable name="name" select="replace(local-name(), '^tei', '') => lower-case()"/>
    <xsl:sequence select="
        if (count(ancestor::*) le 2) then $name else $around || '-' || $name"/>
  </xsl:template>
  <xsl:template match="text | floatingText | TEI | group" mode="m:address" as="xs:string">
    <xsl:variable name="name" select="lower-case(local-name())"/>
    <xsl:sequence select="
        if (count(ancestor::*) le 1) then $name
        else $name || f:number(., 'text')"/>
  </xsl:template>
  <xsl:template match="titlePage" mode="m:address" as="xs:string">
    <xsl:variable name="before" select="count(preceding-sibling::titlePage)"/>
    <xsl:sequence select="fp:nearest(.) || '-title' || $before[. gt 0]"/>
  </xsl:template>
  <xsl:template match="note" mode="m:address" as="xs:string">
    <xsl:sequence select="'note' || f:number(., 'note')"/>
  </xsl:template>
  <xsl:template match="figure" mode="m:address" as="xs:string">
    <xsl:sequence select="'figure' || f:number(., 'figure')"/>
  </xsl:template>
  <xsl:template match="table" mode="m:address" as="xs:string">
    <xsl:sequence select="'table' || f:number(., 'table')"/>
  </xsl:template>
  <xsl:template match="app" mode="m:address" as="xs:string">
    <xsl:sequence select="'app' || f:number(., 'variation')"/>
  </xsl:template>
  <xsl:template match="entry | entryFree | superEntry" mode="m:address" as="xs:string">
    <xsl:sequence select="'entry' || f:number(., 'entry')"/>
  </xsl:template>
  <xsl:template match="u" mode="m:address" as="xs:string">
    <xsl:sequence select="'utterance' || f:number(., 'utterance')"/>
  </xsl:template>
  <xsl:template match="pb" mode="m:address" as="xs:string">
    <xsl:variable name="slug" select="@n ! fp:slug(.)[.]" as="xs:string?"/>
    <xsl:sequence select="
        if (exists($slug) and count(key('fp:page-number', $slug)) = 1) then 'page' || $slug
        else 'pb' || f:number(., 'page')"/>
  </xsl:template>
  <xsl:template mode="m:address" as="xs:string?"
      match="p | ab | l | persName | placeName | orgName | name | rs | title | author | geogName">
    <xsl:sequence select="fp:counted-ids(root(.))(generate-id(.))"/>
  </xsl:template>
  <xsl:template match="*" mode="m:address" as="empty-sequence()" priority="-1"/>

  <!-- Letters and digits of a page number: '[12 r]' becomes '12r'. -->
  <xsl:function name="fp:slug" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="replace($number, '[^\p{L}\p{N}]', '')"/>
  </xsl:function>

  <!-- A made id, changed if the source uses it already. -->
  <xsl:function name="fp:free" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="
        if (map:contains(fp:taken($root), $id)) then fp:free($id || '_', $root) else $id"/>
  </xsl:function>
  <xsl:function name="fp:taken" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="$root//@xml:id" group-by="string()">
        <xsl:map-entry key="current-grouping-key()" select="true()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
