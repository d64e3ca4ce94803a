<?xml version="1.0" encoding="UTF-8"?>
<!-- Witnesses: their sigla, the list of them, the way to the text of each. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:key name="fp:witness-view" match="e:view[@witness != '']" use="@witness"/>

  <!-- Sigla of @wit: the ids of witnesses, '#A  #B' becomes 'A', 'B'. -->
  <xsl:function name="f:sigla" as="xs:string*" visibility="public">
    <xsl:param name="wit" as="xs:string?"/>
    <xsl:sequence select="tokenize($wit) ! replace(., '^.*#', '')"/>
  </xsl:function>

  <!-- The short name of a witness: what its description says, else its id. -->
  <xsl:function name="f:siglum" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="witness" as="element()?" select="key('f:element', $id, $root)[1]"/>
    <xsl:sequence select="
        (($witness//(abbr | idno)[@type = 'siglum'])[1] ! f:plain(.)[.],
         $witness/self::witness/@n ! string(), $id)[1]"/>
  </xsl:function>

  <!-- Sigla as links to the same place in the texts of their witnesses. -->
  <xsl:function name="fp:sigla" as="node()*">
    <xsl:param name="wit" as="attribute()"/>
    <xsl:variable name="entry" as="element()?" select="$wit/ancestor::app[1]"/>
    <xsl:variable name="file" as="xs:string" select="
        ($entry ! f:page-of(fp:app-place(.)) ! f:file(.), $document || '.html')[1]"/>
    <xsl:for-each select="f:sigla($wit)">
      <xsl:variable name="view" as="element()?"
          select="if ($views) then key('fp:witness-view', ., $views)[1] else ()"/>
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$view">
          <a href="{$view/@id}{substring($file, string-length($document) + 1)}#{fp:landing(fp:app-place($entry))}">
            <xsl:sequence select="f:siglum(., root($wit))"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="f:siglum(., root($wit))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The list of the witnesses of a document, on a page of its own. -->
  <xsl:template name="tp:witnesses" as="empty-sequence()">
    <xsl:if test="$views/*/e:view/@kind = 'witness' and $document = $v:source">
      <xsl:result-document href="{fp:witness-file(root(.))}" format="fp:page">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="f:label('witnesses') || ': ' || f:document-title(root(.))"/>
          <xsl:with-param name="kind" select="'witnesses'"/>
          <xsl:with-param name="current" select="fp:witness-file(root(.))"/>
          <xsl:with-param name="main" as="element()*">
            <h1>{f:document-title(root(.))}: {f:label('witnesses')}</h1>
            <xsl:apply-templates select="(.//listWit)[not(ancestor::listWit)]" mode="m:entry"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:if>
  </xsl:template>
  <xsl:function name="fp:witness-file" as="xs:string">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$v:source || '-' || fp:free('witnesses', $root) || '.html'"/>
  </xsl:function>

  <xsl:template match="listWit" mode="m:entry" as="element()+">
    <xsl:for-each select="head">
      <p class="subhead">{f:plain(.)}</p>
    </xsl:for-each>
    <dl class="witnesses">
      <xsl:apply-templates select="witness | listWit" mode="#current"/>
    </dl>
  </xsl:template>
  <xsl:template match="listWit/listWit" mode="m:entry" as="element()+" priority="1">
    <dt>{(@n, @xml:id)[1]}</dt>
    <dd>
      <xsl:next-match/>
    </dd>
  </xsl:template>
  <xsl:template match="witness" mode="m:entry" as="element()+">
    <xsl:variable name="view" as="element()?"
        select="@xml:id ! key('fp:witness-view', ., $views)[1]"/>
    <dt id="{(@xml:id, 'witness' || count(preceding::witness) + 1)[1]}">{f:siglum(string(@xml:id), root(.))}</dt>
    <dd>
      <div>
        <xsl:apply-templates select="node() except (witness | listWit | abbr[@type = 'siglum'])"/>
      </div>
      <xsl:for-each select="$view">
        <p><a href="{@id}.html">{f:label('witness-text')}</a></p>
      </xsl:for-each>
      <xsl:where-populated>
        <dl>
          <xsl:apply-templates select="witness | listWit/*" mode="#current"/>
        </dl>
      </xsl:where-populated>
    </dd>
  </xsl:template>
</xsl:stylesheet>
