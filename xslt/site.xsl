<?xml version="1.0" encoding="UTF-8"?>
<!-- Site: the pages of the whole edition, made of what its documents left for them.

     Included by html.xsl, so that one compiled stylesheet makes documents and site. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:key name="fp:name" match="e:name" use="tokenize(@keys)"/>

  <xsl:template match="e:extracts" mode="m:start" as="element()">
    <xsl:variable name="extracts" select="root(.)" as="document-node()"/>
    <xsl:result-document href="index.html" format="fp:page">
      <xsl:call-template name="tp:home"/>
    </xsl:result-document>
    <xsl:result-document href="about.html" format="fp:page">
      <xsl:call-template name="tp:about"/>
    </xsl:result-document>
    <xsl:result-document href="search.html" format="fp:page">
      <xsl:call-template name="tp:search"/>
    </xsl:result-document>
    <xsl:call-template name="tp:parallels"/>
    <xsl:call-template name="tp:calendar"/>
    <xsl:call-template name="tp:drawings"/>
    <xsl:call-template name="tp:lists">
      <xsl:with-param name="extracts" select="$extracts"/>
    </xsl:call-template>
    <e:done/>
  </xsl:template>

  <!-- Registers, and the list of illustrations if there are any. -->
  <xsl:template name="tp:lists" as="empty-sequence()">
    <xsl:param name="extracts" as="document-node()"/>
    <xsl:for-each-group select="$edition/*/e:entry" group-by="@kind">
      <xsl:result-document href="{$v:register-files(current-grouping-key())}" format="fp:page">
        <xsl:call-template name="tp:register">
          <xsl:with-param name="entries" select="current-group()"/>
          <xsl:with-param name="extracts" select="$extracts"/>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:for-each-group>
    <xsl:if test="exists(e:extract/e:figure)">
      <xsl:result-document href="illustrations.html" format="fp:page">
        <xsl:call-template name="tp:illustrations"/>
      </xsl:result-document>
    </xsl:if>
  </xsl:template>

  <!-- Home: the title page of a book, or the title of the edition; then its contents. -->
  <xsl:template name="tp:home" as="element()">
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="($v:edition-title, f:label('home'))[1]"/>
      <xsl:with-param name="kind" select="'home'"/>
      <xsl:with-param name="current" select="'index.html'"/>
      <xsl:with-param name="main" as="element()*">
        <xsl:call-template name="tp:edition-title"/>
        <nav class="table-of-contents" aria-label="{f:label('contents')}">
          <xsl:apply-templates select="e:extract" mode="mp:home"/>
          <xsl:for-each select="$edition/*/e:parallel">
            <p class="whole"><a href="{@id}.html">{(@title[. != ''], f:label('parallel'))[1]}</a></p>
          </xsl:for-each>
        </nav>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:edition-title" as="element()">
    <xsl:variable name="facts" select="$edition/*" as="element()?"/>
    <div class="title-page">
      <xsl:for-each select="$facts/@author[. != '']">
        <p class="author">{.}</p>
      </xsl:for-each>
      <h1>{($v:edition-title, f:label('home'))[1]}</h1>
      <xsl:for-each select="$facts/@subtitle[. != '']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:for-each select="$facts/@editor[. != '']">
        <p class="editor">{f:label('editor')}: {.}</p>
      </xsl:for-each>
      <xsl:variable name="imprint" as="xs:string*"
          select="($facts/(@publisher, @place) ! string(), $facts/@date ! substring(., 1, 4))[. != '']"/>
      <xsl:if test="exists($imprint)">
        <p class="imprint">{string-join($imprint, ' · ')}</p>
      </xsl:if>
      <xsl:for-each select="e:extract[1]/@first[. != '']">
        <p class="start"><a href="{.}">{f:label('start-reading')}</a></p>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:mode name="mp:home" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="e:extract" mode="mp:home" as="element()">
    <section>
      <!-- one of several texts, of one part: its title and that part in a line -->
      <xsl:if test="count(../e:extract) gt 1 and count(e:outline//e:part) le 1">
        <xsl:attribute name="class" select="'single'"/>
      </xsl:if>
      <h2>
        <xsl:sequence select="
            if (count(../e:extract) = 1) then f:label('contents') else string(@title)"/>
      </h2>
      <ol>
        <xsl:apply-templates select="e:outline/e:part" mode="m:contents">
          <xsl:with-param name="current" select="''" tunnel="yes"/>
          <xsl:with-param name="whole" select="false()" tunnel="yes"/>
        </xsl:apply-templates>
      </ol>
      <xsl:if test="@pages != '1' or empty(e:outline/e:part)">
        <p class="whole"><a href="{@id}.html">{f:label('whole-text')}</a></p>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- About: the headers of the documents as facts. -->
  <xsl:template name="tp:about" as="element()">
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label('about-edition')"/>
      <xsl:with-param name="kind" select="'about'"/>
      <xsl:with-param name="current" select="'about.html'"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{f:label('about-edition')}</h1>
        <xsl:for-each select="e:extract">
          <section>
            <h2>{@title}</h2>
            <xsl:apply-templates select="e:facts/*" mode="mp:without-id"/>
          </section>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Ids made for one document could meet those of another on the same page. -->
  <xsl:mode name="mp:without-id" on-no-match="shallow-copy"/>
  <xsl:template match="@id" mode="mp:without-id" as="empty-sequence()"/>
  <xsl:template match="*" mode="mp:without-id" as="element()">
    <xsl:element name="{local-name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Search: a form that its script shows and fills. -->
  <xsl:template name="tp:search" as="element()">
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label('search')"/>
      <xsl:with-param name="kind" select="'search-page'"/>
      <xsl:with-param name="current" select="'search.html'"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{f:label('search')}</h1>
        <noscript>
          <p>{f:label('search-script')}</p>
        </noscript>
        <xsl:call-template name="tp:search-form"/>
        <p id="search-status" role="status" data-found="{f:label('search-found')}"/>
        <ol id="results"/>
        <script src="{$to-root}assets/search-index.js"/>
        <xsl:if test="$to-root">
          <script src="{$to-root}assets/{$language}/search-titles.js"/>
        </xsl:if>
        <script src="{$to-root}assets/search.js"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tp:search-form" as="element()">
    <form class="search" role="search" hidden="hidden">
      <p>
        <label for="q">{f:label('search-words')}</label>
        <input id="q" name="q" type="search" autocomplete="off" aria-describedby="q-hint"/>
        <small id="q-hint">{f:label('search-hint')}</small>
      </p>
      <p>
        <label for="page">{f:label('search-where')}</label>
        <select id="page" name="page">
          <option value="">{f:label('search-everywhere')}</option>
        </select>
      </p>
      <p>
        <label for="entry">{f:label('search-who')}</label>
        <select id="entry" name="entry">
          <option value="">{f:label('search-anybody')}</option>
        </select>
      </p>
    </form>
  </xsl:template>

  <!-- Illustrations: a thumbnail, the caption, the way to the place. -->
  <xsl:template name="tp:illustrations" as="element()">
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label('table-of-figures')"/>
      <xsl:with-param name="kind" select="'illustrations'"/>
      <xsl:with-param name="current" select="'illustrations.html'"/>
      <xsl:with-param name="main" as="element()*">
        <h1>{f:label('table-of-figures')}</h1>
        <ul class="gallery">
          <xsl:for-each select="e:extract/e:figure">
            <li>
              <a href="{@href}">
                <img src="{@url}" alt="" loading="lazy"/>
                <span class="caption">{(@title[. != ''], @alt[. != ''], f:label('figure'))[1]}</span>
              </a>
              <xsl:if test="@credit != ''">
                <span class="credit">{@credit}</span>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
