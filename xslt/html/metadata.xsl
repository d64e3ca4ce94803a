<?xml version="1.0" encoding="UTF-8"?>
<!-- Metadata: what reference managers and search engines read, and how to cite a page.

     Highwire and Dublin Core tags, JSON-LD by schema.org, the link to the TEI source, a
     canonical address if the site has one; the box with the citation as text, BibTeX
     and CSL-JSON. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- The address of the folder of pages with a slash at its end; empty if it has none. -->
  <xsl:variable name="v:base" as="xs:string"
      select="string($edition/*/@url)[matches(., '^https?://')]
          ! string-join((replace(., '/+$', '') || '/', $edition/*/e:language[@current]/@folder))
          || ''"/>

  <!-- What there is to say of a page: a map of strings, lists of names. -->
  <xsl:function name="f:facts" as="map(xs:string, item()*)" visibility="public" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="page" as="element()?"/>
    <xsl:variable name="whole" select="fp:document-facts($root)" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map:merge((map{
        'title': ($page ! f:title(.), $whole?title)[1],
        'book': $whole?title[$page],
        'key': ($page ! replace(f:file(.), '[.][a-z]+$', ''), $document)[1],
        'address': $v:base[.] ! (. || ($page ! f:file(.), $document || '.html')[1])}, $whole))"/>
  </xsl:function>

  <xsl:function name="fp:document-facts" as="map(xs:string, item()*)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="stated" select="$edition/*" as="element()?"/>
    <xsl:variable name="header" select="$root/*/teiHeader/fileDesc" as="element()?"/>
    <xsl:sequence select="map{
        'title': f:document-title($root),
        'authors': fp:people-of($header/titleStmt/author, $stated/@author),
        'editors': fp:people-of($header/titleStmt/editor, $stated/@editor),
        'publisher': (string($stated/@publisher)[.],
            $header/publicationStmt/publisher[1] ! f:plain(.)[.])[1],
        'date': (string($stated/@date)[.],
            $header/publicationStmt/date[1] ! string((@when, .)[1])[.])[1],
        'language': (($root/*/text, $root/*)[@xml:lang][1]/@xml:lang ! f:tag(.),
            f:tag($language))[1],
        'licence': (string($stated/@licence)[.],
            $header//licence/@target ! string())[matches(., '^https?://')][1]}"/>
  </xsl:function>

  <!-- The names in the header, else the one the manifest states. -->
  <xsl:function name="fp:people-of" as="xs:string*">
    <xsl:param name="named" as="element()*"/>
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:variable name="names" select="distinct-values($named ! f:plain(.)[.])" as="xs:string*"/>
    <xsl:sequence select="if (exists($names)) then $names else string($stated)[.]"/>
  </xsl:function>

  <!-- Tags for the head of a page. -->
  <xsl:template name="tp:metadata" as="element()*">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <link rel="alternate" type="application/tei+xml" href="{$to-root}tei/{$v:source}.xml" title="TEI"/>
    <xsl:for-each select="$facts?address">
      <link rel="canonical" href="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="
        fp:tags('citation_title', $facts?title), fp:tags('citation_inbook_title', $facts?book),
        fp:tags('citation_author', $facts?authors), fp:tags('citation_editor', $facts?editors),
        fp:tags('citation_publisher', $facts?publisher),
        fp:tags('citation_publication_date', $facts?date ! translate(., '-', '/')),
        fp:tags('citation_language', $facts?language),
        fp:tags('citation_fulltext_html_url', $facts?address),
        fp:tags('DC.title', $facts?title), fp:tags('DC.creator', $facts?authors),
        fp:tags('DC.publisher', $facts?publisher), fp:tags('DC.date', $facts?date),
        fp:tags('DC.language', $facts?language), fp:tags('DC.rights', $facts?licence)"/>
    <script type="application/ld+json">{fp:json(fp:schema-org($facts))}</script>
  </xsl:template>

  <xsl:function name="fp:tags" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:schema-org" as="map(*)">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map:merge((
        map{'@context': 'https://schema.org', '@type': if ($facts?book) then 'Chapter' else 'Book',
            'name': $facts?title},
        $facts?book ! map{'isPartOf': map{'@type': 'Book', 'name': .}},
        fp:people('author', $facts?authors), fp:people('editor', $facts?editors),
        $facts?publisher ! map{'publisher': map{'@type': 'Organization', 'name': .}},
        $facts?date ! map{'datePublished': .}, $facts?language ! map{'inLanguage': .},
        $facts?licence ! map{'license': .}, $facts?address ! map{'url': .}))"/>
  </xsl:function>
  <xsl:function name="fp:people" as="map(*)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
        if (empty($names)) then ()
        else map{$role: array{$names ! map{'@type': 'Person', 'name': .}}}"/>
  </xsl:function>

  <!-- JSON without the characters that HTML and XML would read. -->
  <xsl:function name="fp:json" as="xs:string">
    <xsl:param name="data" as="item()"/>
    <xsl:variable name="text" as="xs:string"
        select="serialize($data, map{'method': 'json', 'use-character-maps': map{'/': '/'}})"/>
    <xsl:sequence select="
        if (translate($text, '&lt;>&amp;', '') = $text) then $text
        else replace($text, '&lt;', '\\u003c') => replace('>', '\\u003e') => replace('&amp;', '\\u0026')"/>
  </xsl:function>

  <!-- How to cite a page, and what to take away. -->
  <xsl:template name="tp:cite" as="element()">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <details class="cite">
      <summary>{f:label('cite')}</summary>
      <p class="citation">{fp:citation($facts)}</p>
      <p class="label">BibTeX</p>
      <pre tabindex="0">{fp:bibtex($facts)}</pre>
      <p class="label">CSL-JSON</p>
      <pre tabindex="0">{serialize(fp:csl($facts), map{'method': 'json', 'indent': true(),
          'use-character-maps': map{'/': '/'}})}</pre>
      <p><a href="{$to-root}tei/{$v:source}.xml" type="application/tei+xml">{f:label('download-tei')}</a></p>
    </details>
  </xsl:template>

  <!-- 'Author: Title, in: Book, Editor. Publisher, 2026. Address' -->
  <xsl:function name="fp:citation" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:variable name="open" as="xs:string" select="f:label('quote-open')"/>
    <xsl:variable name="close" as="xs:string" select="f:label('quote-close')"/>
    <xsl:sequence select="string-join((
        string-join($facts?authors, ', ')[.] ! (. || ': '),
        if ($facts?book) then $open || $facts?title || $close || ', ' || $facts?book
        else $facts?title,
        string-join($facts?editors, ', ')[.] ! (', ' || . || ' (' || f:label('editor') || ')'), '. ',
        string-join(($facts?publisher, $facts?date ! substring(., 1, 4)), ', ')[.] ! (. || '. '),
        $facts?address))"/>
  </xsl:function>

  <xsl:function name="fp:bibtex" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        fp:field('author', string-join($facts?authors, ' and ')),
        fp:field('title', $facts?title), fp:field('booktitle', $facts?book),
        fp:field('editor', string-join($facts?editors, ' and ')),
        fp:field('publisher', $facts?publisher),
        fp:field('year', $facts?date ! substring(., 1, 4)), fp:field('url', $facts?address)"/>
    <xsl:sequence select="
        (if ($facts?book) then '@incollection{' else '@book{') || $facts?key || ',&#10;'
        || string-join($fields, ',&#10;') || '&#10;}'"/>
  </xsl:function>
  <xsl:function name="fp:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="
        $value[.] ! ('  ' || $name || ' = {' || (if (translate(., '\{}%&amp;$#_', '') = .) then .
          else replace(., '([\\{}%&amp;$#_])', '\\$1')) || '}')"/>
  </xsl:function>

  <xsl:function name="fp:csl" as="array(*)">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:sequence select="[map:merge((
        map{'id': $facts?key, 'type': if ($facts?book) then 'chapter' else 'book',
            'title': $facts?title},
        $facts?book ! map{'container-title': .},
        fp:literal('author', $facts?authors), fp:literal('editor', $facts?editors),
        $facts?publisher ! map{'publisher': .}, $facts?address ! map{'URL': .},
        $facts?language ! map{'language': .},
        $facts?date ! map{'issued': map{'raw': .}}))]"/>
  </xsl:function>
  <xsl:function name="fp:literal" as="map(*)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
        if (empty($names)) then () else map{$role: array{$names ! map{'literal': .}}}"/>
  </xsl:function>
</xsl:stylesheet>
