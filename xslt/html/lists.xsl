<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: of items, of terms with their explanations, of references.

     HTML allows nothing but items in a list; page breaks and other things between
     two items go into the second, those at the end into the last. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="list" as="element()*">
    <xsl:apply-templates select="head"/>
    <xsl:variable name="ordered" as="xs:boolean"
        select="(@rend, @type) ! tokenize(.) = ('ordered', 'numbered', 'decimal', 'enumerated')"/>
    <xsl:element name="{if ($ordered) then 'ol' else 'ul'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each-group select="fp:content(.)" group-ending-with="item">
        <xsl:call-template name="tp:item">
          <xsl:with-param name="nodes" select="current-group()"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list[label]" as="element()*">
    <xsl:apply-templates select="head"/>
    <dl>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each-group select="fp:content(.)" group-ending-with="item">
        <div>
          <dt>
            <xsl:apply-templates select="(current-group()/self::label)[1]" mode="m:attributes"/>
            <xsl:apply-templates select="current-group()[self::label or self::headLabel]/node()"/>
          </dt>
          <dd>
            <xsl:apply-templates select="current-group()/self::item" mode="m:attributes"/>
            <xsl:apply-templates
                select="current-group()[not(self::label or self::headLabel)] ! fp:inside(.)"/>
          </dd>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- A list inside a phrase whose items run on. -->
  <xsl:template match="list[@rend = 'inline' or @type = 'inline']" as="element()" priority="1">
    <xsl:call-template name="tp:block"/>
  </xsl:template>
  <xsl:template match="list[@rend = 'inline' or @type = 'inline']/item" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>

  <xsl:template match="listBibl | listWit | castList | castGroup | listRelation | listEvent
      | listPerson | listPlace | listOrg | listNym | listObject" as="element()*">
    <xsl:apply-templates select="head | desc"/>
    <ul>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each-group select="fp:content(.)[not(self::desc)]" group-ending-with="*[fp:is-entry(.)]">
        <xsl:call-template name="tp:item">
          <xsl:with-param name="nodes" select="current-group()"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </ul>
  </xsl:template>

  <!-- One item: what stands before it, then what is in it. -->
  <xsl:template name="tp:item" as="element()">
    <xsl:param name="nodes" as="node()+"/>
    <li>
      <xsl:apply-templates select="$nodes[last()]/self::item" mode="m:attributes"/>
      <xsl:apply-templates select="$nodes ! fp:inside(.)"/>
    </li>
  </xsl:template>

  <!-- What a list holds besides its heading and white space. -->
  <xsl:function name="fp:content" as="node()*">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="
        $list/node()[not(self::head or self::comment() or self::processing-instruction())]
          [self::* or normalize-space()]"/>
  </xsl:function>

  <xsl:function name="fp:is-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($element[self::pb or self::lb or self::cb or self::milestone or self::fw
          or self::note or self::gap or self::anchor])"/>
  </xsl:function>

  <!-- The item itself has become the item of HTML; anything else is shown whole. -->
  <xsl:function name="fp:inside" as="node()*">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node/self::item) then $node/node() else $node"/>
  </xsl:function>
</xsl:stylesheet>
