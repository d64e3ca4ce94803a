<?xml version="1.0" encoding="UTF-8"?>
<!-- Maps: the pages of the map and of the line of time: a drawing, and a table that says the
     same in words. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template name="tp:drawings" as="empty-sequence()">
    <xsl:for-each select="e:map | e:timeline">
      <xsl:variable name="kind" as="xs:string" select="local-name()"/>
      <xsl:result-document href="{$kind}.html" format="fp:page">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="f:label($kind)"/>
          <xsl:with-param name="kind" select="'drawn ' || $kind || '-page'"/>
          <xsl:with-param name="current" select="$kind || '.html'"/>
          <xsl:with-param name="main" as="element()*">
            <h1>{f:label($kind)}</h1>
            <xsl:apply-templates select="svg:svg" mode="mp:drawing"/>
            <xsl:sequence select="fp:legend(.)"/>
            <xsl:apply-templates select="." mode="mp:in-words"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:for-each>
  </xsl:template>

  <!-- What the colours of a line of time mean, if there are several. -->
  <xsl:function name="fp:legend" as="element()?">
    <xsl:param name="drawing" as="element()"/>
    <xsl:variable name="kinds" as="xs:string*" select="distinct-values($drawing/e:moment/@kind)"/>
    <xsl:if test="count($kinds) gt 1">
      <p class="legend">
        <xsl:for-each select="$kinds">
          <span class="key {.}">{f:label('kind-' || .)}</span>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- A drawing scrolls in a frame of its own where it would be too small to read. -->
  <xsl:mode name="mp:drawing" on-no-match="shallow-copy"/>
  <xsl:template match="svg:svg" mode="mp:drawing" as="element()">
    <xsl:variable name="name" as="xs:string" select="
        string-join((f:label(local-name(..)), string(count(preceding-sibling::svg:svg) + 1)[
          count(current()/../svg:svg) gt 1]), ' ')"/>
    <div class="drawing" role="region" tabindex="0" aria-label="{$name}">
      <svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="{f:label(local-name(..) || '-described')}">
        <xsl:apply-templates select="@*, node()" mode="#current"/>
      </svg>
    </div>
  </xsl:template>
  <xsl:template match="svg:*" mode="mp:drawing" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:mode name="mp:in-words" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:template match="e:map" mode="mp:in-words" as="element()">
    <xsl:call-template name="tp:in-words">
      <xsl:with-param name="columns" select="'place', 'latitude', 'longitude', 'mentions'"/>
      <xsl:with-param name="rows" as="element()*">
        <xsl:for-each select="e:place">
          <tr>
            <th scope="row"><a href="places.html#{@id}">{@heading}</a></th>
            <td>{@latitude}°</td>
            <td>{@longitude}°</td>
            <td>{@count}</td>
          </tr>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="e:timeline" mode="mp:in-words" as="element()">
    <xsl:call-template name="tp:in-words">
      <xsl:with-param name="columns" select="'date', 'what', 'kind'"/>
      <xsl:with-param name="rows" as="element()*">
        <xsl:for-each select="e:moment">
          <tr>
            <td>{fp:moment-date(.)}</td>
            <th scope="row"><a href="{@href}">{(@words[. != ''], f:label('date'))[1]}</a></th>
            <td>{f:label('kind-' || @kind)}</td>
          </tr>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:function name="fp:moment-date" as="xs:string">
    <xsl:param name="moment" as="element()"/>
    <xsl:variable name="dates" as="xs:string*"
        select="distinct-values($moment/(@first, @last)[. != '']) ! f:date(.)"/>
    <xsl:sequence select="
        if ($moment/@kind = 'life' and $moment/@first = '') then '† ' || $dates[1]
        else if ($moment/@kind = 'life' and $moment/@last = '') then '* ' || $dates[1]
        else string-join($dates, ' – ')"/>
  </xsl:function>

  <xsl:template name="tp:in-words" as="element()">
    <xsl:param name="columns" as="xs:string+"/>
    <xsl:param name="rows" as="element()*"/>
    <details class="in-words">
      <summary>{f:label('as-table')}</summary>
      <div class="table-frame" role="region" tabindex="0" aria-label="{f:label('as-table')}">
        <table>
          <thead>
            <tr>
              <xsl:for-each select="$columns">
                <th scope="col">{f:label(.)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:sequence select="$rows"/>
          </tbody>
        </table>
      </div>
    </details>
  </xsl:template>
</xsl:stylesheet>
