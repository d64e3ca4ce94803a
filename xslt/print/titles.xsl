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

  <xsl:template name="fp:title-pages" as="xs:string*">
    <xsl:text>#half-title({f:literal(fp:title(.))})&#10;</xsl:text>
    <xsl:text>#title-page((</xsl:text>
    <xsl:choose>
      <xsl:when test="(//titlePage)[1]//titlePart">
        <xsl:call-template name="fp:transcribed-title"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:authors(.) ! fp:title-line('author', f:literal(.))"/>
        <xsl:sequence select="fp:title-line('title', f:literal(fp:title(.)))"/>
        <xsl:sequence select="fp:subtitle(.) ! fp:title-line('subtitle', f:literal(.))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not((//titlePage)[1]//docImprint)">
      <xsl:sequence select="fp:imprint-words()[.] ! fp:title-line('imprint', f:literal(.))"/>
    </xsl:if>
    <xsl:text>))&#10;</xsl:text>
    <xsl:call-template name="fp:imprint"/>
  </xsl:template>

  <!-- The title page of the source; who wrote the book is added if it does not say. -->
  <xsl:template name="fp:transcribed-title" as="xs:string*">
    <xsl:variable name="page" as="element()" select="(//titlePage)[1]"/>
    <xsl:if test="not($page//(docAuthor | byline))">
      <xsl:sequence select="fp:authors(.) ! fp:title-line('author', f:literal(.))"/>
    </xsl:if>
    <xsl:for-each select="$page/(* | docTitle/titlePart)[not(self::docTitle or self::pb)]">
      <xsl:variable name="words" as="xs:string*">
        <xsl:apply-templates mode="m:print">
          <xsl:with-param name="listing" select="false()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:sequence select="
          fp:title-line(fp:title-kind(.), '{' || string-join($words) || '}')"/>
    </xsl:for-each>
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
    <xsl:variable name="lines" as="element()*" select="
        //front/*[fp:is-imprint(.)]//(p | ab | l | item)"/>
    <xsl:variable name="stated" as="element()*" select="
        (//teiHeader)[1]/fileDesc/(publicationStmt//(publisher | pubPlace | date | licence | p)
          [not(parent::licence)] | sourceDesc/(bibl | p))"/>
    <xsl:text>#imprint({{&#10;</xsl:text>
    <xsl:for-each select="if (exists($lines)) then $lines else $stated[normalize-space()]">
      <xsl:text>imprint-line({{</xsl:text>
      <xsl:apply-templates mode="m:print">
        <xsl:with-param name="listing" select="false()" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:text>}})&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>}})&#10;</xsl:text>
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
    <xsl:text>imprint-line({f:literal(f:phrase('made-with', 'Octavo'))})}})&#10;</xsl:text>
  </xsl:template>

  <!-- Lines in the middle of a page of their own. -->
  <xsl:template match="front/*[fp:is-front-page(.)]" mode="m:print" as="xs:string*"
      priority="12">
    <xsl:text>#{if (@type = 'dedication') then 'dedication' else 'front-page'}({{</xsl:text>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:call-template name="fp:front-lines"/>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, 'linebreak();')"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- The lines of such a page: each innermost block, and the words between blocks. -->
  <xsl:template name="fp:front-lines" as="xs:string*">
    <xsl:for-each-group select="node()" group-adjacent="fp:breaks(.)">
      <xsl:variable name="words" as="xs:string*">
        <xsl:if test="not(current-grouping-key())">
          <xsl:apply-templates select="current-group()" mode="m:print"/>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="string-join($words)[exists($words[. != 'sp;'])]"/>
      <xsl:for-each select="current-group()[current-grouping-key()]">
        <xsl:call-template name="fp:front-lines"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
