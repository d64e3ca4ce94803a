<?xml version="1.0" encoding="UTF-8"?>
<!-- Parallel: the pages of texts side by side, a row for what belongs together; on narrow
     screens the cells of a row stand one below the other. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- A page for each page of the first text. -->
  <xsl:template name="tp:parallels" as="empty-sequence()">
    <xsl:for-each select="e:side-by-side">
      <xsl:variable name="set" as="element()" select="."/>
      <xsl:variable name="files" as="map(xs:string, xs:string)" select="fp:parallel-files(.)"/>
      <xsl:for-each-group select="e:row" group-starting-with="e:row[fp:turns(.)]">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:result-document href="{$files(string($at))}" format="fp:page">
          <xsl:call-template name="tp:parallel">
            <xsl:with-param name="rows" select="current-group()"/>
            <xsl:with-param name="file" select="$files(string($at))"/>
            <xsl:with-param name="prev" select="$files(string($at - 1))"/>
            <xsl:with-param name="next" select="$files(string($at + 1))"/>
          </xsl:call-template>
        </xsl:result-document>
      </xsl:for-each-group>
      <xsl:call-template name="tp:turns">
        <xsl:with-param name="files" select="fp:files-of-rows(., $files)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Does the first text turn to a new page with this row? -->
  <xsl:function name="fp:turns" as="xs:boolean">
    <xsl:param name="row" as="element()"/>
    <xsl:variable name="page" as="attribute()?" select="$row/e:cell[1]/e:unit[1]/@page"/>
    <xsl:sequence select="
        exists($page) and not($page = $row/preceding-sibling::e:row[e:cell[1]/e:unit][1]
          /e:cell[1]/e:unit[1]/@page)"/>
  </xsl:function>
  <xsl:function name="fp:parallel-files" as="map(xs:string, xs:string)">
    <xsl:param name="set" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$set/e:row" group-starting-with="e:row[fp:turns(.)]">
        <xsl:map-entry key="string(position())"
            select="$set/@id || (if (position() = 1) then '' else '-' || position()) || '.html'"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="fp:files-of-rows" as="map(xs:string, xs:string)">
    <xsl:param name="set" as="element()"/>
    <xsl:param name="files" as="map(xs:string, xs:string)"/>
    <xsl:map>
      <xsl:for-each-group select="$set/e:row" group-starting-with="e:row[fp:turns(.)]">
        <xsl:variable name="file" as="xs:string" select="$files(string(position()))"/>
        <xsl:sequence select="current-group() ! map:entry(generate-id(.), $file)"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:template name="tp:parallel" as="element()">
    <xsl:param name="rows" as="element()+"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="prev" as="xs:string?"/>
    <xsl:param name="next" as="xs:string?"/>
    <xsl:variable name="set" as="element()" select="$rows[1]/.."/>
    <xsl:variable name="title" as="xs:string" select="($set/@title[. != ''], f:label('parallel'))[1]"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="kind" select="'parallel'"/>
      <xsl:with-param name="current" select="$file"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{$title}</h1>
        <div class="columns" style="--columns: {count($set/e:column)}">
          <xsl:sequence select="fp:column-heads($rows)"/>
          <xsl:apply-templates select="$rows" mode="mp:parallel"/>
        </div>
        <xsl:where-populated>
          <nav class="pager" aria-label="{f:label('pager')}">
            <xsl:sequence select="fp:next-rows($prev, 'prev', 'previous'), fp:next-rows($next, 'next', 'next')"/>
          </nav>
        </xsl:where-populated>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:function name="fp:next-rows" as="element()?">
    <xsl:param name="file" as="xs:string?"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="$file">
      <a rel="{$rel}" href="{$file}">
        <span>{f:label($label)}</span>
      </a>
    </xsl:if>
  </xsl:function>
  <xsl:function name="fp:column-heads" as="element()">
    <xsl:param name="rows" as="element()+"/>
    <div class="row heads">
      <xsl:for-each select="$rows[1]/../e:column">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <p class="cell">
          <a href="{(($rows/e:cell[$at]/e:unit)[1] ! fp:unit-href(.), @file)[1]}">
            <xsl:copy-of select="@lang, @dir"/>
            <xsl:text>{@title}</xsl:text>
          </a>
        </p>
      </xsl:for-each>
    </div>
  </xsl:function>

  <xsl:mode name="mp:parallel" on-no-match="shallow-copy"/>
  <xsl:template match="e:row" mode="mp:parallel" as="element()">
    <xsl:variable name="place" as="xs:string" select="string(e:cell/e:unit[1]/@place => head())"/>
    <div class="row{' verse'[matches($place, 'lg\d+:\d+$')]}{' begins'[matches($place, 'lg\d+:1$')]}">
      <xsl:apply-templates select="e:cell" mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="e:cell" mode="mp:parallel" as="element()">
    <xsl:variable name="at" as="xs:integer" select="position()"/>
    <xsl:variable name="column" as="element()" select="../../e:column[$at]"/>
    <div class="cell text{' empty'[empty(current()/e:unit)]}">
      <xsl:copy-of select="$column/(@lang, @dir)"/>
      <xsl:apply-templates select="e:unit/node()" mode="#current">
        <xsl:with-param name="prefix" select="fp:prefix($at)" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:function name="fp:prefix" as="xs:string">
    <xsl:param name="column" as="xs:integer"/>
    <xsl:sequence select="if ($column = 1) then '' else 't' || $column || '-'"/>
  </xsl:function>

  <!-- Ids of all texts but the first get a prefix; what they lead to on their own page,
       notes and readings, is there. -->
  <xsl:template match="h:*" mode="mp:parallel" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="h:h3 | h:h4 | h:h5 | h:h6" mode="mp:parallel" as="element()" priority="1">
    <h2>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </h2>
  </xsl:template>
  <xsl:template match="@id" mode="mp:parallel" as="attribute()">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="id" select="$prefix || ."/>
  </xsl:template>
  <xsl:template match="@href[starts-with(., '#')]" mode="mp:parallel" as="attribute()">
    <xsl:attribute name="href" select="ancestor::e:unit/@file || ."/>
  </xsl:template>
</xsl:stylesheet>
