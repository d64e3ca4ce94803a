<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and dates: names in the text, linked to the registers; entries of registers. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:key name="fp:entry" match="e:entry" use="@id"/>

  <!-- Pages of the registers, by kind of entry. -->
  <xsl:variable name="v:register-files" as="map(xs:string, xs:string)" select="map{
      'person': 'persons.html', 'place': 'places.html', 'org': 'organisations.html',
      'bibl': 'works.html', 'event': 'events.html'}"/>

  <xsl:template match="persName | placeName | orgName | geogName | name[@ref] | rs[@ref]
      | author[@ref] | title[@ref]" as="element()">
    <xsl:param name="page" as="element()?" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?"
        select="if (* and (f:holds-link(.) or f:holds-block(.)) or ancestor::ref) then ()
                else f:href(@ref, $page)"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <a href="{$href}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
          <xsl:if test="not(node())">
            <span class="gen">{fp:heading(@ref)}</span>
          </xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:phrase">
          <xsl:with-param name="as" select="if (self::title) then 'cite' else 'span'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a name without words is called: the heading of its entry, else the pointer. -->
  <xsl:function name="fp:heading" as="xs:string">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="id" as="xs:string" select="substring-after(tokenize($pointer)[1], '#')"/>
    <xsl:sequence select="
        ($edition ! key('fp:entry', $id, .)[1]/@heading ! string(), string($pointer))[1]"/>
  </xsl:function>

  <!-- The address of the entry with an id in the registers of the edition. -->
  <xsl:function name="f:entry-href" as="xs:string?" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$v:entry-addresses($id)"/>
  </xsl:function>
  <xsl:variable name="v:entry-addresses" as="map(xs:string, xs:string)" select="map:merge(
      $edition/*/e:entry ! map:entry(string(@id), $v:register-files(@kind) || '#' || @id))"/>

  <!-- Dates written only in attributes. -->
  <xsl:template match="birth[not(node())] | death[not(node())] | floruit[not(node())]
      | date[not(node())] | residence[not(node())] | state[not(node())]"
      as="element()" priority="1">
    <span class="{local-name()} gen">{f:stated-date(.)}</span>
  </xsl:template>
</xsl:stylesheet>
