<?xml version="1.0" encoding="UTF-8"?>
<!-- Navigation: contents, illustrations, pages of the source, landmarks.

     The contents can be read as a page of the book; pages and landmarks are for the
     menus of the reading system. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template name="ep:navigation" as="element()">
    <xsl:param name="book" as="document-node()"/>
    <xsl:param name="outline" as="element()*"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label('contents')"/>
      <xsl:with-param name="kind" select="'navigation'"/>
      <xsl:with-param name="main" as="element()*">
        <nav epub:type="toc" role="doc-toc" id="toc" aria-label="{f:label('contents')}">
          <h1>{f:label('contents')}</h1>
          <ol>
            <xsl:sequence select="ep:contents($book, $outline)"/>
          </ol>
        </nav>
        <xsl:sequence select="ep:illustrations($book), ep:page-list($book), ep:landmarks($book)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The divisions of the text, or the text itself; then registers and header. -->
  <xsl:function name="ep:contents" as="element()*">
    <xsl:param name="book" as="document-node()"/>
    <xsl:param name="outline" as="element()*"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates select="$outline" mode="ep:navigation">
        <xsl:with-param name="book" select="$book" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="files" as="element()*" select="
        $book/*/e:file[@kind = ('register', 'about')
          or empty($parts) and @kind = ('bodymatter', 'frontmatter', 'backmatter')]"/>
    <xsl:sequence select="$parts"/>
    <xsl:for-each select="$files">
      <li>
        <a href="{@name}">{@title}</a>
      </li>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="ep:navigation" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="e:part" mode="ep:navigation" as="element()">
    <xsl:param name="book" as="document-node()" tunnel="yes"/>
    <xsl:variable name="address" select="@file || '#' || @id" as="xs:string"/>
    <li>
      <a href="{if (key('ep:place', $address, $book) and not(@is-page = 'true')) then $address
          else @file}">{@title}</a>
      <xsl:where-populated>
        <ol>
          <xsl:apply-templates select="e:part" mode="#current"/>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- Figures with an image, by their captions. -->
  <xsl:function name="ep:illustrations" as="element()?">
    <xsl:param name="book" as="document-node()"/>
    <xsl:where-populated>
      <nav epub:type="loi" id="loi" aria-label="{f:label('table-of-figures')}">
        <xsl:variable name="figures" select="$book//figure[@id][.//img]" as="element()*"/>
        <xsl:where-populated>
          <h2>{f:label('table-of-figures')[exists($figures)]}</h2>
        </xsl:where-populated>
        <xsl:where-populated>
          <ol>
            <xsl:for-each select="$figures">
              <li>
                <a href="{ancestor::e:file/@name}#{@id}">{ep:caption(.)}</a>
              </li>
            </xsl:for-each>
          </ol>
        </xsl:where-populated>
      </nav>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="ep:caption" as="xs:string">
    <xsl:param name="figure" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
        $figure/figcaption/(*[tokenize(@class) = 'head'], .)[1]
          ! normalize-space(string-join(.//text()[not(ancestor::*[tokenize(@class) = 'gen'])]))"/>
    <xsl:sequence select="
        ($words[.], $figure//img/@alt ! string()[.], f:label('figure'))[1]"/>
  </xsl:function>

  <!-- Where the pages of the source begin. -->
  <xsl:function name="ep:page-list" as="element()?">
    <xsl:param name="book" as="document-node()"/>
    <xsl:variable name="breaks" select="$book//span[@data-page]" as="element()*"/>
    <xsl:if test="exists($breaks)">
      <nav epub:type="page-list" role="doc-pagelist" aria-label="{f:label('page-list')}" hidden="">
        <h2>{f:label('page-list')}</h2>
        <ol>
          <xsl:for-each select="$breaks">
            <li>
              <a href="{ancestor::e:file/@name}#{@id}">{@data-page}</a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Where cover, title page, contents, text and registers are: one of each. -->
  <xsl:function name="ep:landmarks" as="element()">
    <xsl:param name="book" as="document-node()"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)" select="map{
        'cover': 'cover', 'titlepage': 'titlepage', 'toc': 'toc', 'bodymatter': 'bodymatter',
        'register': 'index'}"/>
    <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map{
        'cover': 'cover', 'titlepage': 'titlePage', 'toc': 'contents', 'bodymatter': 'body',
        'register': 'registers'}"/>
    <nav epub:type="landmarks" aria-label="{f:label('landmarks')}" hidden="">
      <h2>{f:label('landmarks')}</h2>
      <ol>
        <xsl:for-each-group select="$book/*/e:file[map:contains($types, @kind)]" group-by="@kind">
          <li>
            <a epub:type="{$types(@kind)}" href="{@name}">{f:label($labels(@kind))}</a>
          </li>
        </xsl:for-each-group>
      </ol>
    </nav>
  </xsl:function>
</xsl:stylesheet>
