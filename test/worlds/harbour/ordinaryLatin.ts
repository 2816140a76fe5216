import type { HarbourTable } from './table';

/** Ordinary customers of the Brazilian and the Mexican account. */
export const ordinaryLatin: HarbourTable[] = [
	{
		kind: 'domain is website',
		rows: `
br aguaviva.ind.br => Água Viva Indústria de Bebidas Ltda | web
br alvoradatransportes.com.br => Alvorada Transportes | web | mail
br bragantinaplasticos.com.br => Bragantina Plásticos | web
br www.cafemogiana.com.br => Café Mogiana Exportadora S.A. | web | mail
br clinicasaolucas.med.br => Clínica São Lucas | web
br construtoraipe.com.br => Construtora Ipê Amarelo | web | mail
br dornelasadvocacia.adv.br => Dornelas Advocacia | web
br escolagirassol.com.br => Escola Girassol | web
br ferragenspampa.com.br => Ferragens Pampa Ltda. | web | mail
br graficajequitiba.com.br => Gráfica Jequitibá | web
br hotelmarazul.com.br => Hotel Mar Azul | web
br itapuasegurança.com.br => Itapuã Segurança Patrimonial | web
br jacarandamoveis.onmicrosoft.com => Jacarandá Móveis Planejados | web jacarandamoveis.com.br
br kayserpecas.com.br => Kayser Peças Automotivas | web | mail
br laticiniosserradourada.com.br => Laticínios Serra Dourada | web
br metalurgicatamoio.com.br => Metalúrgica Tamoio S/A | web | mail
br novaeralogistica.com.br => Nova Era Logística Integrada | web
br opticaluzerna.com.br => Óptica Luzerna | web
br pousadadopescador.com.br => Pousada do Pescador | web
br quimicaparati.com.br => Química Parati | web | mail
mx aceroslaguna.com.mx => Aceros Laguna, S.A. de C.V. | web
mx bodegasixchel.mx => Bodegas Ixchel | web | mail
mx clinicazapopan.com => Clínica Dental Zapopan | web
mx www.distribuidoraelroble.com.mx => Distribuidora El Roble | web
mx empaquesbajio.com.mx => Empaques del Bajío | web | mail
mx ferreterialunallena.mx => Ferretería Luna Llena | web
mx gaserasonora.com.mx => Gasera de Sonora S.A. | web | mail
mx hotelcantera.mx => Hotel Cantera Rosa | web
mx inmobiliariaxola.com => Inmobiliaria Xola | web
mx jarciasveracruz.com.mx => Jarcias y Cabos de Veracruz | web
br abaeteprodutosnaturais.com.br => Abaeté Produtos Naturais | web
br bonsucessolaboratorio.com.br => Laboratório Bonsucesso | web | mail
br cataratasviagens.tur.br => Cataratas Viagens e Turismo | web
br dendecosmeticos.onmicrosoft.com => Dendê Cosméticos | web dendecosmeticos.com.br
br enseadaimoveis.com.br => Enseada Imóveis | web
br flamboyantescola.com.br => Colégio Flamboyant | web
br guarafrios.com.br => Guará Distribuidora de Frios | web | mail
br horizonteonibus.com.br => Viação Horizonte | web
`,
	},
	{
		kind: 'domain is mail domain',
		rows: `
br rbtecidos.com.br => Rio Branco Tecidos | mail
br santacruzcontabil.com.br => Santa Cruz Contabilidade | mail
br tapajosmadeiras.com.br => Tapajós Madeiras | mail
br uberabagenetica.com.br => Uberaba Genética Bovina | mail
br vmfengenharia.com.br => Viana Moura Farias Engenharia | mail
br www.xinguturismo.tur.br => Xingu Turismo | mail
br acquamarpiscinas.com.br => Acquamar Piscinas | mail
br bdtextil.onmicrosoft.com => Barra Doce Têxtil | mail bdtextil.com.br
br cgsolar.com.br => Campo Grande Energia Solar | mail
br diademafarma.com.br => Diadema Farmacêutica | mail
br eldoradocalcados.com.br => Eldorado Calçados | mail
mx kinalasesores.mx => Kinal Asesores Fiscales | mail
mx logisticayucateca.com => Logística Yucateca | mail
mx maderasdurango.com.mx => Maderas de Durango | mail
mx nogalpapel.mx => Papelera El Nogal | mail
mx opticavallarta.com => Óptica Vallarta | mail
br irpadvogados.adv.br => Iório, Ramos & Portella Advogados | mail
br jaboticabalmudas.com.br => Jaboticabal Mudas e Sementes | mail
br kariripapel.com.br => Kariri Papel e Celulose | mail
br lapaeletrica.com.br => Elétrica da Lapa | mail
br morroazulcafe.com.br => Morro Azul Café | mail
`,
	},
	{
		kind: 'domains on client',
		rows: `
br fazendaboavistaagro.com.br => Fazenda Boa Vista Agropecuária | domains
br goianiapneus.com.br => Goiânia Pneus | domains | mail
br hortifrutipetropolis.com.br => Hortifruti Petrópolis | domains
mx plasticoscelaya.com.mx => Plásticos de Celaya | domains
mx queretarotextil.onmicrosoft.com => Textiles Querétaro | domains queretarotextil.onmicrosoft.com queretarotextil.mx
`,
	},
	{
		kind: 'domain reads as name',
		rows: `
br ilhagrandemergulho.com.br => Ilha Grande Mergulho
br joinvillefundicao.com.br => Joinville Fundição
br lavanderiaestrela.com.br => Lavanderia Estrela
br maringavidros.com.br => Maringá Vidros
br www.niteroinautica.com.br => Niterói Náutica
br ouropretohostel.com.br => Ouro Preto Hostel
br padariaflordetrigo.com.br => Padaria Flor de Trigo
br recifegelo.com.br => Recife Gelo Ltda
br saofranciscopapeis.onmicrosoft.com => São Francisco Papéis
br tecnoserraautomacao.com.br => Tecnoserra Automação
br vilarealcondominios.com.br => Vila Real Condomínios
br zonanortepinturas.com.br => Zona Norte Pinturas
mx rinconvinos.mx => Rincón Vinos
mx sanmiguelceramica.com.mx => San Miguel Cerámica
mx transportestepeyac.com.mx => Transportes Tepeyac
mx uxmalviajes.com => Uxmal Viajes
mx vidriosmonterrey.mx => Vidrios Monterrey
br nazarefreios.com.br => Nazaré Freios
br olariaboaterra.com.br => Olaria Boa Terra
br parintinsbarcos.com.br => Parintins Barcos
br quixadaredes.com.br => Quixadá Redes
br ribeiraoverdesaude.com.br => Ribeirão Verde Saúde
br sertaobravocouros.com.br => Sertão Bravo Couros Ltda
br timbopescados.com.br => Timbó Pescados
mx arandasagave.mx => Arandas Agave
mx cholulahornos.com.mx => Cholula Hornos
`,
	},
	{
		kind: 'name and domain',
		rows: `
br Usina Capivari | domain usinacapivari.com.br => Usina Capivari S.A. | web
br Instituto Paineiras | tenant paineiras => Instituto Paineiras | tenant paineiras
br Rede Lagoa Postos | domain lagoapostos.com.br => Rede Lagoa de Postos | web | mail
mx Zapata Refacciones | domain zapatarefacciones.mx => Zapata Refacciones | web
mx Cereales del Valle Alto | domain cvalto.com.mx => Cereales del Valle Alto | mail
`,
	},
];
