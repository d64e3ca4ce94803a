<?xml version="1.0" encoding="UTF-8"?>
<!-- Titles: half-title, title page, imprint and dedication, from the text or its header. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- The title of the book: of the manifest, of the file, of the title page. -->
  <xsl:function name="fp:title" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="titles" as="element(title)*"
        select="($document//teiHeader)[1]/fileDesc/titleStmt/title"/>
    <xsl:sequence select="
        ($edition/e:edition[count(e:document) = 1]/@title ! string()[.],
         $titles[@type = 'main'] ! f:plain(.)[.], $titles ! f:plain(.)[.],
         $document//titlePart ! f:plain(.)[.], f:label('text'))[1]"/>
  </xsl:function>
  <xsl:function name="fp:subtitle" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="
        ($edition/e:edition[count(e:document) = 1]/@subtitle ! string()[.],
         ($document//teiHeader)[1]/fileDesc/titleStmt/title[@type = ('sub', 'subtitle')]
           ! f:plain(.)[.])[1]"/>
  </xsl:function>
  <xsl:function name="fp:authors" as="xs:string*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="named" as="xs:string*" select="
        ($document//teiHeader)[1]/fileDesc/titleStmt/author ! f:plain(.)[.]"/>
    <xsl:sequence select="
        if (exists($named)) then $named
        else $edition/e:edition[count(e:document) = 1]/@author ! string()[.]"/>
  </xsl:function>

  <!-- Half-title, what the source has before its title page, title page, imprint. -->
  <xsl:template name="fp:title-pages" as="xs:string*">
    <xsl:variable name="front" select="fp:front(.)" as="element()*"/>
    <xsl:variable name="half" select="$front[fp:is-half-title(.)]" as="element()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each select="$half">
        <xsl:call-template name="fp:front-lines">
          <xsl:with-param name="by-lines" select="true()" tunnel="yes"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:text>#half-title({if (exists($half)) then '{' || string-join($words, 'linebreak();') || '}'
      else f:literal(fp:half-title(fp:title(.)))})&#10;</xsl:text>
    <xsl:call-template name="fp:parts">
      <xsl:with-param name="nodes" select="
          $front[. &lt;&lt; fp:title-matter(/)[1]][fp:stands-in-order(.)]"/>
    </xsl:call-template>
    <xsl:text>#title-page(names: </xsl:text>
    <xsl:sequence select="f:array((//text[not(ancestor::text)]/(., front), $front/self::titlePage)
        ! fp:id(.)) || ', ('"/>
    <xsl:call-template name="fp:title-lines">
      <xsl:with-param name="lines" select="fp:title-matter(.)"/>
    </xsl:call-template>
    <xsl:text>))&#10;</xsl:text>
    <xsl:call-template name="fp:imprint"/>
  </xsl:template>

  <!-- Of a long title the half-title shows what stands before the first stop. -->
  <xsl:function name="fp:half-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($title) le 80) then $title
        else replace($title, '^(.{10,70}?)\s?[,:;.—–]\s.*$', '$1')"/>
  </xsl:function>

  <!-- The front of the book, and in it the title page: the first there is, or its parts. -->
  <xsl:function name="fp:front" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document//text[not(ancestor::text)]/front/*"/>
  </xsl:function>
  <xsl:function name="fp:title-matter" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="front" select="fp:front($document)" as="element()*"/>
    <xsl:variable name="page" select="$front[self::titlePage][1]" as="element()?"/>
    <xsl:sequence select="
        if (exists($page)) then $page
        else $front[self::docTitle or self::titlePart or self::docAuthor or self::docDate
          or self::docEdition or self::docImprint or self::byline or self::imprimatur]"/>
  </xsl:function>
  <xsl:function name="fp:is-half-title" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        lower-case(replace($part/@type, '\W|_', '')) = ('halftitle', 'bastardtitle', 'flytitle')"/>
  </xsl:function>

  <!-- The lines of the title page of the book; what the source does not say is added:
       who wrote it, its title, who published this edition. -->
  <xsl:template name="fp:title-lines" as="xs:string*">
    <xsl:param name="lines" as="element()*"/>
    <xsl:variable name="all" select="$lines/descendant-or-self::*" as="element()*"/>
    <xsl:if test="not($all[self::docAuthor or self::byline])">
      <xsl:sequence select="fp:authors(.) ! fp:title-line('author', f:literal(.))"/>
    </xsl:if>
    <xsl:if test="not($all/self::titlePart)">
      <xsl:sequence select="fp:title-line('title', f:literal(fp:title(.)))"/>
      <xsl:sequence select="fp:subtitle(.) ! fp:title-line('subtitle', f:literal(.))"/>
    </xsl:if>
    <xsl:call-template name="fp:transcribed-title">
      <xsl:with-param name="parts" select="$lines"/>
    </xsl:call-template>
    <xsl:if test="not($all/self::docImprint)">
      <xsl:sequence select="fp:imprint-words()[.] ! fp:title-line('imprint', f:literal(.))"/>
    </xsl:if>
  </xsl:template>

  <!-- The lines of a title page in the source. -->
  <xsl:template name="fp:transcribed-title" as="xs:string*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each select="$parts ! (if (self::titlePage) then * else .)
        ! (if (self::docTitle) then * else .) ! .[not(self::pb)]">
      <xsl:variable name="words" as="xs:string*">
        <xsl:for-each select="if (fp:is-listed-imprint(.)) then * else node()">
          <xsl:if test="position() gt 1 and fp:is-listed-imprint(..)">linebreak();</xsl:if>
          <xsl:apply-templates select="." mode="m:print">
            <xsl:with-param name="listing" select="false()" tunnel="yes"/>
            <xsl:with-param name="by-lines" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </xsl:variable>
      <xsl:sequence select="
          fp:title-line(fp:title-kind(.), '{' || string-join($words) || '}')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Place, publisher and year with nothing between them stand in lines of their own. -->
  <xsl:function name="fp:is-listed-imprint" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:sequence select="
        exists($line/self::docImprint[*]) and empty($line/text()[normalize-space()])
        and empty($line/(lb | note))"/>
  </xsl:function>

  <!-- A further title page: of a volume, of a text in a collection, in a quotation. -->
  <xsl:template match="titlePage" mode="m:print" as="xs:string*" priority="12">
    <xsl:text>{if (fp:opens(.)) then '#title-page((' else 'title-lines(('}</xsl:text>
    <xsl:call-template name="fp:transcribed-title">
      <xsl:with-param name="parts" select="."/>
    </xsl:call-template>
    <xsl:text>))&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="fp:title-kind" as="xs:string">
    <xsl:param name="line" as="element()"/>
    <xsl:sequence select="
        if ($line/self::titlePart) then
          if ($line/@type = ('sub', 'subtitle', 'desc', 'alt', 'short')) then 'subtitle' else 'title'
        else if ($line/(self::byline | self::docAuthor)) then 'author'
        else if ($line/(self::docImprint | self::docDate | self::imprimatur)) then 'imprint'
        else 'other'"/>
  </xsl:function>

  <xsl:function name="fp:title-line" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'(' || f:literal($kind) || ', ' || $words || '), '"/>
  </xsl:function>

  <!-- Publisher, place and year of this edition. -->
  <xsl:function name="fp:imprint-words" as="xs:string">
    <xsl:variable name="made" as="element()?" select="$edition/e:edition"/>
    <xsl:sequence select="
        string-join(($made/@publisher, $made/@place, substring($made/@date, 1, 4))[. != ''], ', ')"/>
  </xsl:function>

  <!-- The imprint page: of the source, else from the header of the file. -->
  <xsl:template name="fp:imprint" as="xs:string*">
    <xsl:variable name="own" as="element()*" select="fp:front(.)[fp:is-imprint(.)]"/>
    <xsl:text>#imprint({{{$own ! fp:anchor(.)}&#10;</xsl:text>
    <xsl:if test="empty($own)">
      <xsl:call-template name="fp:stated-imprint"/>
    </xsl:if>
    <xsl:for-each select="$own">
      <xsl:variable name="lines" as="xs:string*">
        <xsl:call-template name="fp:front-lines">
          <xsl:with-param name="listing" select="false()" tunnel="yes"/>
          <xsl:with-param name="by-lines" select="true()" tunnel="yes"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="$lines ! ('imprint-line({' || . || '})&#10;')"/>
    </xsl:for-each>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- What the header says of publication and source; publisher, place and year in a line. -->
  <xsl:template name="fp:stated-imprint" as="xs:string*">
    <xsl:variable name="stated" as="element()*" select="
        (//teiHeader)[1]/fileDesc/(publicationStmt//(publisher | pubPlace | date | licence | p)
          [not(parent::licence)] | sourceDesc/(bibl | p))"/>
    <xsl:for-each-group select="$stated[normalize-space()]"
        group-adjacent="if (self::publisher or self::pubPlace or self::date) then 0 else position()">
      <xsl:text>imprint-line({{</xsl:text>
      <xsl:for-each select="current-group()">
        <xsl:if test="position() gt 1">", ";</xsl:if>
        <xsl:apply-templates mode="m:print">
          <xsl:with-param name="listing" select="false()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:text>}})&#10;</xsl:text>
    </xsl:for-each-group>
  </xsl:template>

  <!-- How the book was made: of the header, and by what. -->
  <xsl:template name="fp:colophon" as="xs:string*">
    <xsl:variable name="said" as="element(p)*" select="
        (//teiHeader)[1]/encodingDesc/projectDesc/p[not(//back/div[@type = 'colophon'])]"/>
    <xsl:text>#colophon({{</xsl:text>
    <xsl:for-each select="$said">
      <xsl:text>imprint-line({{</xsl:text>
      <xsl:apply-templates mode="m:print">
        <xsl:with-param name="listing" select="false()" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:text>}})&#10;</xsl:text>
    </xsl:for-each>
    <xsl:sequence select="string-join(
        (f:phrase('set-in', $font)[$font], f:phrase('made-with', 'Octavo'))
          ! ('imprint-line(' || f:literal(.) || ');')) || '})&#10;'"/>
  </xsl:template>

  <!-- Lines in the middle of a page of their own. -->
  <xsl:template match="front/*[fp:is-front-page(.)]" mode="m:print" as="xs:string*"
      priority="12">
    <xsl:text>#{if (@type = 'dedication') then 'dedication' else 'front-page'}({{{fp:anchor(.)}</xsl:text>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:call-template name="fp:front-lines">
        <xsl:with-param name="by-lines" select="true()" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, 'linebreak();')"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- The lines of such a page: each innermost block, and the words between blocks. -->
  <xsl:template name="fp:front-lines" as="xs:string*">
    <xsl:variable name="block" select="." as="element()"/>
    <xsl:for-each-group select="node()" group-adjacent="fp:breaks(.) or self::item">
      <xsl:variable name="words" as="xs:string*">
        <xsl:if test="not(current-grouping-key())">
          <xsl:apply-templates select="current-group()" mode="m:print"/>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="string-join((fp:anchor($block), $words))[fp:has-words($words)]"/>
      <xsl:for-each select="current-group()[current-grouping-key()]">
        <xsl:choose>
          <xsl:when test="self::table or self::figure or self::titlePage">
            <xsl:variable name="code" as="xs:string*">
              <xsl:apply-templates select="." mode="m:print"/>
            </xsl:variable>
            <xsl:sequence select="string-join($code)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="fp:front-lines"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
