<?xml version="1.0" encoding="UTF-8"?>
<!-- Header: who made the text, from what, under which terms, as a page of facts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="m:facts" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The facts of a header as a list of terms and values. -->
  <xsl:template match="teiHeader" mode="m:facts" as="element()">
    <xsl:variable name="facts" as="element()*">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <dl class="facts">
      <xsl:for-each-group select="$facts" group-adjacent="string(h:dt)">
        <div>
          <xsl:sequence select="h:dt, current-group()/h:dd"/>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>
  <xsl:template match="*" mode="m:facts" as="element()*">
    <xsl:variable name="key" as="xs:string?"
        select="($fp:facts(local-name()), $fp:facts(local-name(..) || '/' || local-name()))[1]"/>
    <xsl:choose>
      <xsl:when test="exists($key) and not(normalize-space() or .//@target)"/>
      <xsl:when test="exists($key)">
        <div>
          <dt>{f:label($key)}</dt>
          <dd>
            <xsl:sequence select="f:language-of(.)[current()/@xml:lang]"/>
            <xsl:apply-templates select="." mode="mp:fact"/>
          </dd>
        </div>
      </xsl:when>
      <xsl:when test="local-name() = $fp:frames">
        <xsl:apply-templates select="*" mode="#current"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Elements whose children are facts, and facts with the keys of their labels. -->
  <xsl:variable name="fp:frames" as="xs:string+" select="
      'fileDesc', 'titleStmt', 'publicationStmt', 'editionStmt', 'profileDesc', 'encodingDesc'"/>
  <xsl:variable name="fp:facts" as="map(xs:string, xs:string)" select="map{
      'title': 'title', 'author': 'author', 'editor': 'editor', 'principal': 'responsibility',
      'respStmt': 'responsibility', 'funder': 'responsibility', 'sponsor': 'responsibility',
      'publisher': 'publisher', 'distributor': 'publisher', 'authority': 'publisher',
      'pubPlace': 'published', 'publicationStmt/date': 'published', 'publicationStmt/p': 'published',
      'idno': 'identifier', 'availability': 'licence', 'edition': 'edition', 'extent': 'extent',
      'seriesStmt': 'series', 'notesStmt': 'notes', 'sourceDesc': 'source',
      'langUsage': 'language', 'abstract': 'abstract', 'textClass': 'keywords',
      'creation': 'date', 'correspDesc': 'letter', 'projectDesc': 'encoding',
      'editorialDecl': 'encoding', 'samplingDecl': 'encoding', 'revisionDesc': 'revisions'}"/>

  <xsl:mode name="mp:fact" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:template match="*" mode="mp:fact" as="node()*" priority="-1">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="langUsage | textClass | keywords | correspDesc" mode="mp:fact"
      as="node()*">
    <ul class="plain">
      <xsl:for-each select=".//(language | term | item | correspAction)">
        <li>
          <xsl:apply-templates select="."/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
  <xsl:template match="idno[@type]" mode="mp:fact" as="node()*">
    <span class="fact-name gen">{@type}: </span>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="respStmt" mode="mp:fact" as="item()*">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="revisionDesc" mode="mp:fact" as="element()">
    <ul class="plain">
      <xsl:for-each select=".//change">
        <li>{string-join((f:stated-date(.)[current()/@when], f:plain(.)), ': ')}</li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Elements of the header wherever they are shown. -->
  <xsl:template match="licence[@target]" as="element()">
    <xsl:choose>
      <xsl:when test="matches(@target, '^https?://') and not(f:holds-link(.) or f:holds-block(.))">
        <a rel="license" href="{iri-to-uri(tokenize(@target)[1])}">
          <xsl:apply-templates/>
          <xsl:if test="not(normalize-space())">{@target}</xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
