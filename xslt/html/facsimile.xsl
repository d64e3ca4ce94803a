<?xml version="1.0" encoding="UTF-8"?>
<!-- Facsimile: the pages of the source as images, each beside its text.

     A leaf is a page break that names an image or a surface, or a surface that no page
     break names. Images of a IIIF service are asked for in the size they are shown. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:key name="fp:starting" match="surface[@start]" use="substring-after(@start, '#')"/>

  <xsl:function name="fp:is-leaf" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists($images) and exists(fp:scan($break))"/>
  </xsl:function>

  <xsl:function name="fp:leaves" as="element()*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="breaks" as="element()*" select="$root//text//pb[fp:is-leaf(.)]"/>
    <xsl:sequence select="
        $breaks,
        $root//surface[graphic][fp:is-leaf(.)] except $breaks ! fp:surface(.)"/>
  </xsl:function>

  <!-- The surface of a leaf. -->
  <xsl:function name="fp:surface" as="element()?">
    <xsl:param name="leaf" as="element()"/>
    <xsl:variable name="pointed" as="element()?"
        select="key('f:element', substring-after(tokenize($leaf/@facs)[1], '#'), root($leaf))[1]"/>
    <xsl:sequence select="
        ($leaf/self::surface, $pointed/ancestor-or-self::surface[1],
         $leaf/@xml:id ! key('fp:starting', ., root($leaf)))[1]"/>
  </xsl:function>

  <!-- What names the image of a leaf: a graphic, or the page break's own attribute. -->
  <xsl:function name="fp:scan" as="node()?">
    <xsl:param name="leaf" as="element()"/>
    <xsl:variable name="surface" as="element()?" select="fp:surface($leaf)"/>
    <xsl:variable name="graphics" as="element()*" select="
        if ($surface) then $surface//graphic
        else f:target($leaf/@facs)/(self::graphic, ancestor::facsimile/graphic)"/>
    <xsl:sequence select="
        ($graphics[f:known-image(@url)], $graphics[matches(@url, '^https?:')],
         $leaf/self::pb/@facs[matches(., '^https?:') or f:known-image(.)])[1]"/>
  </xsl:function>
  <xsl:function name="fp:url" as="xs:string?">
    <xsl:param name="scan" as="node()?"/>
    <xsl:sequence select="($scan/self::attribute(), $scan/@url) ! string()"/>
  </xsl:function>

  <xsl:function name="fp:leaf-file" as="xs:string">
    <xsl:param name="leaf" as="element()"/>
    <xsl:sequence select="
        if (exists(f:id($leaf))) then f:file($leaf)
        else $document || '-surface-' || count($leaf/preceding::surface) + 1 || '.html'"/>
  </xsl:function>
  <xsl:function name="fp:sheet-file" as="xs:string">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$document || '-' || fp:free('facsimile', $root) || '.html'"/>
  </xsl:function>
  <xsl:function name="fp:leaf-name" as="xs:string">
    <xsl:param name="leaf" as="element()"/>
    <xsl:sequence select="
        (($leaf/@n, fp:surface($leaf)/(@n, label[1] ! f:plain(.))) ! string()[.]
           ! (if ($leaf/self::pb) then f:phrase('page-n', .) else .),
         f:label('facsimile') || ' ' || count($leaf/preceding::pb | $leaf/preceding::surface) + 1)[1]"/>
  </xsl:function>

  <!-- All pages of the facsimile, and the sheet that shows them small. -->
  <xsl:template name="tp:facsimiles" as="empty-sequence()">
    <xsl:variable name="leaves" as="element()*" select="fp:leaves(root(.))"/>
    <xsl:if test="exists($leaves)">
      <xsl:result-document href="{fp:sheet-file(root(.))}" format="fp:page">
        <xsl:call-template name="tp:sheet">
          <xsl:with-param name="leaves" select="$leaves"/>
        </xsl:call-template>
      </xsl:result-document>
      <xsl:variable name="slices" as="map(xs:string, element()*)" select="fp:leaf-texts(.)"/>
      <xsl:for-each select="$leaves">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:result-document href="{fp:leaf-file(.)}" format="fp:page">
          <xsl:call-template name="tp:leaf">
            <xsl:with-param name="text" select="f:id(.) ! $slices(.)"/>
            <xsl:with-param name="neighbours"
                select="map{'prev': $leaves[$at - 1], 'next': $leaves[$at + 1]}"/>
          </xsl:call-template>
        </xsl:result-document>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:leaf-texts" as="map(xs:string, element()*)">
    <xsl:param name="whole" as="element()"/>
    <xsl:variable name="texts" as="element()*" select="$whole//text[not(ancestor::text)]"/>
    <xsl:variable name="made" as="element()*">
      <xsl:apply-templates select="$texts">
        <xsl:with-param name="page" select="$whole" tunnel="yes"/>
        <xsl:with-param name="facsimile" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="rest" as="element()*">
      <xsl:for-each select="$texts">
        <xsl:call-template name="tp:notes">
          <xsl:with-param name="nodes" select="."/>
        </xsl:call-template>
        <ul>
          <xsl:apply-templates select=".//app" mode="m:apparatus"/>
        </ul>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:slices($made, $rest)"/>
  </xsl:function>

  <!-- One leaf: image and text side by side. -->
  <xsl:template name="tp:leaf" as="element()">
    <xsl:param name="text" as="element()*"/>
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:document-title(root(.)) || ', ' || fp:leaf-name(.)"/>
      <xsl:with-param name="kind" select="'facsimile'"/>
      <xsl:with-param name="current" select="fp:leaf-file(.)"/>
      <xsl:with-param name="links" select="fp:zone-rules(fp:surface(.))"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{f:document-title(root(.))}, {fp:leaf-name(.)}</h1>
        <xsl:sequence select="fp:leaf-links(.)"/>
        <div class="spread">
          <xsl:call-template name="tp:scan"/>
          <div>
            <xsl:sequence select="f:language-of(.), $text"/>
            <xsl:apply-templates select="self::surface[ancestor::sourceDoc]/(* except (graphic, desc))"/>
          </div>
        </div>
        <xsl:call-template name="tp:leaf-pager">
          <xsl:with-param name="neighbours" select="$neighbours"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="fp:leaf-links" as="element()">
    <xsl:param name="leaf" as="element()"/>
    <xsl:variable name="chapter" as="element()*">
      <xsl:for-each select="$leaf/self::pb">
        <a class="exact" href="{(f:page-of(.) ! f:file(.), $document || '.html')[1]}#{f:id(.)}">{f:label('in-the-text')}</a>
      </xsl:for-each>
    </xsl:variable>
    <nav class="views" aria-label="{f:label('views')}">
      <xsl:for-each select="fp:view-links(fp:leaf-file($leaf), root($leaf)), $chapter">
        <xsl:sequence select="."/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </nav>
  </xsl:function>

  <!-- The image with its zones, its source and, from a service, its manifest. -->
  <xsl:template name="tp:scan" as="element()">
    <xsl:variable name="scan" as="node()" select="fp:scan(.)"/>
    <xsl:variable name="surface" as="element()?" select="fp:surface(.)"/>
    <figure class="scan">
      <div class="scan-frame">
        <img alt="{fp:scan-text(., $scan)}">
          <xsl:sequence select="fp:scan-source($scan, 1200, '(min-width: 64rem) 48vw, 94vw')"/>
        </img>
        <xsl:call-template name="fp:overlay">
          <xsl:with-param name="surface" select="$surface"/>
          <xsl:with-param name="scan" select="$scan"/>
        </xsl:call-template>
      </div>
      <figcaption>
        <a href="{fp:full-size($scan)}">{f:label('full-size')}</a>
        <xsl:sequence select="fp:manifest-link(root(.))"/>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:function name="fp:scan-text" as="xs:string">
    <xsl:param name="leaf" as="element()"/>
    <xsl:param name="scan" as="node()"/>
    <xsl:sequence select="
        (($scan/desc, fp:surface($leaf)/desc) ! f:plain(.)[.],
         f:phrase('facsimile-of', fp:leaf-name($leaf)))[1]"/>
  </xsl:function>

  <!-- All leaves, small. -->
  <xsl:template name="tp:sheet" as="element()">
    <xsl:param name="leaves" as="element()+"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label('facsimile') || ': ' || f:document-title(root(.))"/>
      <xsl:with-param name="kind" select="'sheet'"/>
      <xsl:with-param name="current" select="fp:sheet-file(root(.))"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{f:document-title(root(.))}: {f:label('facsimile')}</h1>
        <ul class="gallery">
          <xsl:for-each select="$leaves">
            <li>
              <a href="{fp:leaf-file(.)}">
                <img alt="" src="{fp:small-scan(fp:scan(.))}" loading="lazy"/>
                <span class="caption">{fp:leaf-name(.)}</span>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:leaf-pager" as="element()">
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <nav class="pager" aria-label="{f:label('pager')}">
      <xsl:sequence select="$neighbours?prev ! fp:turn(., 'prev', 'previous')"/>
      <a class="up" href="{fp:sheet-file(root(.))}"><span>{f:label('facsimile')}</span></a>
      <xsl:sequence select="$neighbours?next ! fp:turn(., 'next', 'next')"/>
    </nav>
  </xsl:template>
  <xsl:function name="fp:turn" as="element()">
    <xsl:param name="leaf" as="element()"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <a rel="{$rel}" href="{fp:leaf-file($leaf)}">
      <span>{f:label($label)}</span>
      <xsl:text> </xsl:text>
      <b>{fp:leaf-name($leaf)}</b>
    </a>
  </xsl:function>

  <!-- In the other views a page break leads to its leaf. -->
  <xsl:template match="pb[fp:is-leaf(.)]" as="element()+" priority="1">
    <xsl:param name="facsimile" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:next-match/>
    <xsl:if test="not($facsimile) and empty(ancestor::table)">
      <a class="to-scan gen" href="{fp:leaf-file(.)}"
          aria-label="{f:phrase('facsimile-of', fp:leaf-name(.))}">▣&#xFE0E;</a>
    </xsl:if>
  </xsl:template>

  <!-- The way from a chapter to its first page in the facsimile. -->
  <xsl:function name="fp:scan-link" as="element()?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="root" as="node()?" select="$nodes[1] ! root(.)"/>
    <xsl:variable name="leaves" as="element()*" select="$root ! fp:leaves(.)"/>
    <xsl:variable name="inside" as="element()?" select="($nodes//pb intersect $leaves)[1]"/>
    <xsl:variable name="before" as="element()?"
        select="$leaves[self::pb][. &lt;&lt; $nodes[1]][last()]"/>
    <xsl:if test="exists($leaves)">
      <a class="facsimile" href="{(($before, $inside)[1] ! fp:leaf-file(.), fp:sheet-file($root))[1]}">{f:label('facsimile')}</a>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
