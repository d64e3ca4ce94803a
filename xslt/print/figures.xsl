<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, tables, formulas. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <!-- A figure floats, unless it is in the middle of words or has no image. -->
  <xsl:template match="figure" mode="m:print" as="xs:string*">
    <xsl:param name="plate" as="xs:boolean" select="false()"/>
    <xsl:variable name="images" as="element(graphic)*" select="graphic[fp:image(.)]"/>
    <xsl:if test="(exists($images) or exists(fp:words-of(.))) and ($plate or not(fp:is-plate(.)))">
      <xsl:text>{if ($plate) then '#plate' else if (exists($images)) then 'illustration'
        else 'without-image'}(</xsl:text>
      <xsl:text>{f:literal(fp:id(.))}, </xsl:text>
      <xsl:call-template name="fp:listed"/>
      <xsl:call-template name="fp:caption"/>
      <xsl:text>, {{</xsl:text>
      <xsl:for-each select="$images">
        <xsl:text>picture({f:literal('/images/' || fp:image(.))}, </xsl:text>
        <xsl:text>{f:literal(fp:alternative(..))});</xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="* except (head, figDesc, graphic, p, fp:credit(.))"
          mode="m:print"/>
      <xsl:text>}})&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <!-- The plates after the text, each on a page of its own. -->
  <xsl:template name="fp:plates" as="xs:string*">
    <xsl:variable name="plates" as="element(figure)*" select="//text//figure[fp:is-plate(.)]"/>
    <xsl:if test="exists($plates)">
      <xsl:variable name="title" as="xs:string" select="f:literal(f:label('plates'))"/>
      <xsl:text>#chapter("plates", 1, {$title}, heading-line("title", {$title}))&#10;</xsl:text>
      <xsl:apply-templates select="$plates" mode="m:print">
        <xsl:with-param name="plate" select="true()"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>
  <xsl:function name="fp:is-plate" as="xs:boolean">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="
        $figures = 'plates' and exists($figure/graphic[fp:image(.)])
        and empty($figure/ancestor::*[self::note or self::figure])"/>
  </xsl:function>

  <!-- A figure that is announced but has neither image nor words of its own. -->
  <xsl:template match="graphic | media | formula/graphic" mode="m:print" as="empty-sequence()"/>

  <!-- The images of the edition: addresses as in the text, names of the copies. -->
  <xsl:variable name="v:pictures" as="map(xs:string, xs:string)" select="
      map:merge($pictures ! map { substring-after(., ' ') : substring-before(., ' ') })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- The name of the copy of an image; nothing if the edition lacks the image. -->
  <xsl:function name="fp:image" as="xs:string?">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="$v:pictures($graphic/@url)"/>
  </xsl:function>

  <xsl:function name="fp:words-of" as="element()*">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="$figure/(* except (figDesc, graphic))[normalize-space()]"/>
  </xsl:function>

  <!-- What stands for the image where it cannot be seen. -->
  <xsl:function name="fp:alternative" as="xs:string">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="
        ($figure/figDesc ! f:plain(.)[.], $figure/head ! f:plain(.)[.], f:label('figure'))[1]"/>
  </xsl:function>

  <!-- The title of a figure for the list of illustrations. -->
  <xsl:template name="fp:listed" as="xs:string*">
    <xsl:text>{if (head) then '{' else 'none'}</xsl:text>
    <xsl:for-each select="head">
      <xsl:if test="position() gt 1">" ";</xsl:if>
      <xsl:apply-templates mode="m:print">
        <xsl:with-param name="short" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:text>{'}'[current()/head]}, </xsl:text>
  </xsl:template>

  <xsl:template name="fp:caption" as="xs:string*">
    <xsl:choose>
      <xsl:when test="head | p | fp:credit(.)">
        <xsl:text>caption(</xsl:text>
        <xsl:call-template name="fp:lines"/>
        <xsl:call-template name="fp:lines">
          <xsl:with-param name="lines" select="p except fp:credit(.)"/>
        </xsl:call-template>
        <xsl:call-template name="fp:lines">
          <xsl:with-param name="lines" select="fp:credit(.)"/>
        </xsl:call-template>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:otherwise>none</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Elements as lines of one block, or none, as an argument. -->
  <xsl:template name="fp:lines" as="xs:string*">
    <xsl:param name="lines" as="element()*" select="head"/>
    <xsl:text>{if (exists($lines)) then '{' else 'none'}</xsl:text>
    <xsl:for-each select="$lines">
      <xsl:if test="position() gt 1">linebreak();</xsl:if>
      <xsl:sequence select="fp:anchor(.)"/>
      <xsl:apply-templates mode="m:print"/>
    </xsl:for-each>
    <xsl:text>{'}'[exists($lines)]}, </xsl:text>
  </xsl:template>

  <!-- Who made the image, as the encoder or an editor notes it. -->
  <xsl:function name="fp:credit" as="element()*">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="$figure/(note | bibl | ab | p)[@type = ('credit', 'source')]"/>
  </xsl:function>

  <!-- Tables -->

  <xsl:template match="table" mode="m:print" as="xs:string*">
    <xsl:variable name="head" as="element(row)*" select="fp:head-rows(.)"/>
    <xsl:text>tabular({f:literal(fp:id(.))}, </xsl:text>
    <xsl:call-template name="fp:lines"/>
    <xsl:text>{fp:columns(.)}, (</xsl:text>
    <xsl:apply-templates select="$head/cell" mode="m:print"/>
    <xsl:text>), (</xsl:text>
    <xsl:apply-templates select="(row except $head)/cell" mode="m:print"/>
    <xsl:text>))&#10;</xsl:text>
    <xsl:apply-templates select="* except (head, row)" mode="m:print"/>
  </xsl:template>
  <xsl:template match="cell" mode="m:print" as="xs:string*">
    <xsl:text>cell(</xsl:text>
    <xsl:sequence select="fp:span(@cols, $fp:widest) ! ('columns: ' || . || ', ')"/>
    <xsl:sequence select="
        fp:span(@rows, 1 + count(parent::row/following-sibling::row)) ! ('rows: ' || . || ', ')"/>
    <xsl:if test="f:is-numeric(.)">place: right, </xsl:if>
    <xsl:text>{{</xsl:text>
    <xsl:call-template name="fp:cell-text"/>
    <xsl:text>}}), </xsl:text>
  </xsl:template>
  <xsl:template name="fp:cell-text" as="xs:string*">
    <xsl:sequence select="(parent::row[not(current()/preceding-sibling::cell)], .) ! fp:anchor(.)"/>
    <xsl:choose>
      <xsl:when test="node()[fp:breaks(.)]">
        <xsl:call-template name="fp:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:print"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The rows of labels at the top, as long as rows of data follow. -->
  <xsl:function name="fp:head-rows" as="element(row)*">
    <xsl:param name="table" as="element()"/>
    <xsl:variable name="data" as="element(row)?" select="
        $table/row[not(@role = 'label' or (cell and (every $c in cell satisfies $c/@role = 'label')))][1]"/>
    <xsl:sequence select="$table/row[$data >> .][not(@role = 'data')]"/>
  </xsl:function>

  <xsl:function name="fp:columns" as="xs:integer">
    <xsl:param name="table" as="element()"/>
    <xsl:sequence select="
        min(($fp:widest,
          max((1, $table/row ! sum(cell ! (fp:span(@cols, $fp:widest), 1)[1])))))"/>
  </xsl:function>

  <!-- How many columns or rows a cell takes, as far as there are some; no page shows a
       table of more columns. -->
  <xsl:variable name="fp:widest" as="xs:integer" select="200"/>
  <xsl:function name="fp:span" as="xs:integer?">
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="
        $stated[. castable as xs:positiveInteger] ! min((xs:integer(.), $most))"/>
  </xsl:function>

  <xsl:template match="formula" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
</xsl:stylesheet>
